package lumina.job;

import java.time.Duration;

/// Work that is done again and again, by one instance for all; a bean. What fails is done again in
/// its next period.
///
/// @param name how it is called in the database and for operators; it never changes
/// @param every the pause between the end of a run and the next one
/// @param atStart whether an instance that starts does not wait for the next period: an upgrade, an
///   adoption or a move may have left something to do
public record RecurringJob(String name, Duration every, boolean atStart, Runnable work) {
  public RecurringJob(String name, Duration every, Runnable work) {
    this(name, every, false, work);
  }
}
