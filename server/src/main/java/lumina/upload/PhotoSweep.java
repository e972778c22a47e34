package lumina.upload;

import lumina.photo.PendingPhotos;
import lumina.storage.sqlite.WriteAheadLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Sweeps what uploads and deletions left that were cut off, at start-up and once a minute; not
/// where a command runs.
@Component
@ConditionalOnMissingBean(name = "offline")
class PhotoSweep implements SmartInitializingSingleton {
  private static final Logger log = LoggerFactory.getLogger(PhotoSweep.class);

  private final PendingPhotos unsettled;
  private final boolean alone;

  /// @param sqlite where it is, this is the only process: what it finds at start-up is nobody's
  PhotoSweep(PendingPhotos unsettled, ObjectProvider<WriteAheadLog> sqlite) {
    this.unsettled = unsettled;
    this.alone = sqlite.getIfAvailable() != null;
  }

  @Override
  public void afterSingletonsInstantiated() {
    int swept = unsettled.sweep(alone);
    if (swept > 0) {
      log.info("Cleaned up after {} uploads or deletions that were cut off", swept);
    }
  }

  @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
  void now() {
    var _ = unsettled.sweep(false);
  }
}
