package lumina.job;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import lumina.id.TimeOrderedId;
import lumina.metrics.Measure;
import lumina.metrics.Measured;
import lumina.storage.sql.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Stores the jobs that are due, running, or failed for good.
@Repository
public class JobQueue implements Measured {
  /// The due time of a job that failed for good: never, unless an operator retries it.
  static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  /// A job was added, and can be found once the transaction is committed.
  record Added() {}

  /// A job as operators see it.
  ///
  /// @param id the name, if it is a recurring one
  /// @param due in milliseconds since 1970
  /// @param runsAt the instance that runs it now
  /// @param failures since the last success
  /// @param error of the last failure, if any
  record Entry(
      String id,
      String name,
      @Nullable String payload,
      long due,
      @Nullable String runsAt,
      int failures,
      @Nullable String error) {
    boolean isDead() {
      return due == NEVER.toEpochMilli();
    }
  }

  private final JdbcClient sql;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  JobQueue(JdbcClient sql, Clock clock, ApplicationEventPublisher events) {
    this.sql = sql;
    this.clock = clock;
    this.events = events;
  }

  @Override
  public List<Measure> measures() {
    return List.of(
        count("due", "picked = 0 AND execution_time <= :now"),
        count("running", "picked = 1"),
        count("failed", "picked = 0 AND execution_time = :never"),
        Measure.ofDatabase(
            "lumina.jobs.delay.seconds", "How long the oldest due job has waited", this::delay));
  }

  private Measure count(String state, String condition) {
    return Measure.ofDatabase(
            "lumina.jobs",
            "Jobs that are due, run now, or have failed for good",
            () -> value("SELECT count(*) FROM jobs WHERE " + condition))
        .with("state", state);
  }

  private double delay() {
    return value(
            """
            SELECT coalesce(:now - min(execution_time), 0) FROM jobs
            WHERE picked = 0 AND execution_time <= :now
            """)
        / 1_000.0;
  }

  private long value(String query) {
    return sql.sql(query)
        .param("now", clock.millis())
        .param("never", NEVER.toEpochMilli())
        .query(Long.class)
        .single();
  }

  /// Adds a job, which runs soon after the transaction of the caller, if there is one, commits.
  ///
  /// @param name of a [Job]
  public void add(String name, String payload) {
    add(name, payload, Duration.ZERO);
  }

  /// Adds a job that runs after a pause.
  public void add(String name, String payload, Duration pause) {
    sql.sql(
            """
            INSERT INTO jobs (task_name, task_instance, task_data, execution_time, picked,
              consecutive_failures, version)
            VALUES (:name, :id, :payload, :due, 0, 0, 1)
            """)
        .param("name", name)
        .param("id", TimeOrderedId.at(clock.millis()))
        .param("payload", payload)
        .param("due", clock.millis() + pause.toMillis())
        .update();
    events.publishEvent(new Added());
  }

  /// Makes recurring jobs due now.
  public void hasten(Collection<String> names) {
    if (!names.isEmpty()) {
      sql.sql(
              """
              UPDATE jobs SET execution_time = :now, version = version + 1
              WHERE task_name IN (:names) AND task_instance = :recurring AND picked = 0
              """)
          .param("now", clock.millis())
          .param("names", names)
          .param("recurring", RecurringTask.INSTANCE)
          .update();
      events.publishEvent(new Added());
    }
  }

  /// Makes the jobs due that no process runs any more, since this one is the only one.
  void release() {
    sql.sql(
            """
            UPDATE jobs SET picked = 0, picked_by = NULL, last_heartbeat = NULL,
              version = version + 1
            WHERE picked = 1
            """)
        .update();
  }

  /// Ends a run that did not begin, and leaves the number of failures as it is.
  void postpone(Execution run, Instant next) {
    sql.sql(
            """
            UPDATE jobs SET picked = 0, picked_by = NULL, last_heartbeat = NULL,
              execution_time = :next, version = version + 1
            WHERE task_name = :name AND task_instance = :id AND version = :version
            """)
        .param("next", next.toEpochMilli())
        .param("name", run.taskInstance.getTaskName())
        .param("id", run.taskInstance.getId())
        .param("version", run.version)
        .update();
  }

  /// Stores the error of this run, unless another instance has taken over the job.
  void note(Execution run, String error) {
    sql.sql(
            """
            UPDATE jobs SET error = :error
            WHERE task_name = :name AND task_instance = :id AND version = :version
            """)
        .param("error", error)
        .param("name", run.taskInstance.getTaskName())
        .param("id", run.taskInstance.getId())
        .param("version", run.version)
        .update();
  }

  /// Returns the payloads of the jobs of a name that are neither done nor given up.
  public Set<String> payloads(String name) {
    return sql.sql("SELECT task_data FROM jobs WHERE task_name = :name AND execution_time < :never")
        .param("name", name)
        .param("never", NEVER.toEpochMilli())
        .query((row, n) -> row.getString(1))
        .set();
  }

  /// Lists all jobs, the next due first and those that failed for good last.
  List<Entry> list() {
    return sql.sql(
            """
            SELECT CASE task_instance WHEN :recurring THEN task_name ELSE task_instance END AS id,
              task_name AS name, task_data AS payload, execution_time AS due, picked_by AS runs_at,
              consecutive_failures AS failures, error
            FROM jobs ORDER BY execution_time, task_name, task_instance
            """)
        .param("recurring", RecurringTask.INSTANCE)
        .query(Rows.of(Entry.class))
        .list();
  }

  /// Makes a job due now, with as many retries as a new one.
  ///
  /// @param id see [Entry]
  /// @return false if there is none, or it is running
  boolean retry(String id) {
    return sql.sql(
                """
                UPDATE jobs
                SET execution_time = :now, consecutive_failures = 0, version = version + 1
                WHERE picked = 0
                  AND (task_instance = :id OR task_name = :id AND task_instance = :recurring)
                """)
            .param("now", clock.millis())
            .param("id", id)
            .param("recurring", RecurringTask.INSTANCE)
            .update()
        > 0;
  }
}
