package lumina.job;

import java.time.Duration;

/// Work that runs at intervals, on one instance for all; a bean, for example in
/// `upload/PhotoSweep`. After a failure it runs again in its next period.
///
/// @param name its name in the database and for operators; it never changes
/// @param every the pause between the end of a run and the next one
/// @param atStart whether it also runs when an instance starts, without waiting for the next
///   period: an upgrade, an adoption or a transfer may have left work
public record RecurringJob(String name, Duration every, boolean atStart, Runnable work) {
  public RecurringJob(String name, Duration every, Runnable work) {
    this(name, every, false, work);
  }
}
