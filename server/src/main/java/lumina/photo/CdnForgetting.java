package lumina.photo;

import java.util.List;
import lumina.job.Job;
import lumina.job.JobQueue;
import lumina.storage.CloudBackend;
import lumina.storage.cdn.CdnInvalidation;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Retries failed CDN invalidations until they succeed.
@Component
@CloudBackend
class CdnForgetting implements Job {
  private final CdnInvalidation cdn;
  private final JobQueue queue;

  CdnForgetting(CdnInvalidation cdn, JobQueue queue) {
    this.cdn = cdn;
    this.queue = queue;
  }

  @Override
  public String name() {
    return "cdn-forgetting";
  }

  @EventListener
  void later(CdnInvalidation.Failed failed) {
    queue.add(name(), String.join("\n", failed.paths()));
  }

  @Override
  public void run(String paths) {
    cdn.send(List.of(paths.split("\n")));
  }
}
