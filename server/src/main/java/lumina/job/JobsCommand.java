package lumina.job;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import lumina.command.Command;
import lumina.command.CommandRefused;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;

/// The command `jobs`: lists all jobs, or retries one.
@Component("jobs")
@ConditionalOnNotWebApplication
class JobsCommand implements Command {
  private final JobQueue queue;

  JobsCommand(JobQueue queue) {
    this.queue = queue;
  }

  /// @return 1 if a job failed for good, so that a monitor need not read the list
  @Override
  public int run(List<String> arguments) {
    if (!arguments.isEmpty()) {
      return retry(arguments.getLast());
    }
    List<JobQueue.Entry> jobs = queue.list();
    jobs.forEach(job -> System.out.println(line(job)));
    long dead = jobs.stream().filter(JobQueue.Entry::isDead).count();
    System.out.printf("%,d jobs, %,d of them failed for good.%n", jobs.size(), dead);
    return dead > 0 ? 1 : 0;
  }

  private int retry(String id) {
    if (!queue.retry(id)) {
      throw new CommandRefused(
          "There is no waiting or failed job %s: `bin/lumina jobs` lists all.".formatted(id));
    }
    System.out.printf("%s is retried as soon as an instance polls the queue.%n", id);
    return 0;
  }

  private static String line(JobQueue.Entry job) {
    String line = "%-32s  %-21s  %s".formatted(job.id(), state(job), job.name());
    if (job.payload() != null) {
      line += "  " + job.payload().replace('\n', ' ');
    }
    return job.failures() == 0
        ? line
        : line + "%n    failed %,d times: %s".formatted(job.failures(), job.error());
  }

  private static String state(JobQueue.Entry job) {
    if (job.isDead()) {
      return "failed";
    }
    return job.runsAt() == null
        ? Instant.ofEpochMilli(job.due()).truncatedTo(ChronoUnit.SECONDS).toString()
        : "running";
  }
}
