package lumina.upload.tus;

import java.time.Duration;
import lumina.access.Viewer.Person;
import lumina.account.UserStore;
import lumina.job.RecurringJob;
import lumina.storage.sqlite.WriteAheadLog;
import lumina.upload.tus.UploadRows.Held;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Deletes uploads that expired, and settles those that were interrupted after they became photos.
@Component
@ConditionalOnMissingBean(name = "offline")
class UploadSweep implements SmartInitializingSingleton {
  private final UploadRows rows;
  private final UploadCompletion completion;
  private final UserStore users;
  private final boolean alone;

  /// @param sqlite present if this is the only process
  UploadSweep(
      UploadRows rows,
      UploadCompletion completion,
      UserStore users,
      ObjectProvider<WriteAheadLog> sqlite) {
    this.rows = rows;
    this.completion = completion;
    this.users = users;
    alone = sqlite.getIfAvailable() != null;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (alone) {
      rows.releaseAll();
    }
  }

  @Bean
  RecurringJob uploadSweepJob() {
    return new RecurringJob("upload-sweep", Duration.ofMinutes(10), true, this::sweep);
  }

  void sweep() {
    for (String id : rows.old()) {
      rows.hold(id).ifPresent(this::sweep);
    }
  }

  private void sweep(Held held) {
    try {
      Upload upload = held.upload();
      String photoId = upload.photoId();
      if (photoId != null && !upload.settled()) {
        users
            .find(upload.userId())
            .map(user -> new Person(user.id(), user.username()))
            .ifPresentOrElse(
                owner -> completion.settle(owner, held, photoId), () -> completion.drop(held));
      } else {
        completion.drop(held);
      }
    } finally {
      rows.release(held);
    }
  }
}
