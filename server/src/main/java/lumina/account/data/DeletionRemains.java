package lumina.account.data;

import java.time.Duration;
import java.util.List;
import lumina.account.PersonalData;
import lumina.account.UserStore;
import lumina.job.Job;
import lumina.job.JobQueue;
import lumina.storage.CloudBackend;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Deletes what came while an account was deleted, from requests that were under way: in the cloud
/// no transaction spans the account and what is in DynamoDB.
@Component
@CloudBackend
class DeletionRemains implements Job {
  /// Longer than a comment, a like or a message takes.
  private static final Duration PAUSE = Duration.ofMinutes(2);

  private final JobQueue queue;
  private final List<PersonalData> belongings;

  DeletionRemains(JobQueue queue, List<PersonalData> belongings) {
    this.queue = queue;
    this.belongings = belongings;
  }

  @EventListener
  void removed(UserStore.Removed account) {
    queue.add(name(), String.valueOf(account.userId()), PAUSE);
  }

  @Override
  public String name() {
    return "deletion-remains";
  }

  @Override
  public void run(String userId) {
    belongings.forEach(some -> some.forget(Long.parseLong(userId)));
  }
}
