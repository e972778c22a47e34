package lumina.job;

import lumina.storage.LocalBackend;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.stereotype.Component;

/// Takes over at once what an earlier process was doing when it was killed. On the local backend
/// there is only one process; elsewhere another instance misses its heartbeat.
@Component
@LocalBackend
@ConditionalOnMissingBean(name = "offline")
class AbandonedJobs implements SmartInitializingSingleton {
  private final JobQueue queue;

  AbandonedJobs(JobQueue queue) {
    this.queue = queue;
  }

  @Override
  public void afterSingletonsInstantiated() {
    queue.release();
  }
}
