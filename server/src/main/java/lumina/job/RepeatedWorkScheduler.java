package lumina.job;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.stereotype.Component;

/// Repeats work while this instance serves; not in a command. A failure is logged, and the next run
/// comes all the same.
///
/// Spring's `@Scheduled` would look at each method of each bean at every start, for three of them.
@Component
@ConditionalOnWebApplication
class RepeatedWorkScheduler implements AutoCloseable {
  private final List<RepeatedWork> all;
  private final SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();

  RepeatedWorkScheduler(List<RepeatedWork> all) {
    this.all = all;
    scheduler.setVirtualThreads(true);
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    for (RepeatedWork repeated : all) {
      var _ = scheduler.scheduleAtFixedRate(repeated.work(), repeated.every());
    }
  }

  @Override
  public void close() {
    scheduler.close();
  }
}
