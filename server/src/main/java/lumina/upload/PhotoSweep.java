package lumina.upload;

import java.time.Duration;
import lumina.job.RecurringJob;
import lumina.photo.PendingPhotos;
import lumina.storage.sqlite.WriteAheadLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Sweeps the leftovers of interrupted uploads and deletions when an instance starts and once a
/// minute; on the local backend also before the first request; not in a command.
@Component
@ConditionalOnMissingBean(name = "offline")
class PhotoSweep implements SmartInitializingSingleton {
  private static final Logger log = LoggerFactory.getLogger(PhotoSweep.class);

  private final PendingPhotos pending;
  private final boolean alone;

  /// @param sqlite present if this is the only process: all pending photos at start-up are then
  ///   leftovers
  PhotoSweep(PendingPhotos pending, ObjectProvider<WriteAheadLog> sqlite) {
    this.pending = pending;
    this.alone = sqlite.getIfAvailable() != null;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (alone) {
      sweep(true);
    }
  }

  @Bean
  RecurringJob photoSweepJob() {
    return new RecurringJob("photo-sweep", Duration.ofMinutes(1), true, () -> sweep(false));
  }

  private void sweep(boolean everything) {
    int swept = pending.sweep(everything);
    if (swept > 0) {
      log.info("Deleted the files of {} interrupted uploads or deletions", swept);
    }
  }
}
