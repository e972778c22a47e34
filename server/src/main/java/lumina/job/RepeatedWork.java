package lumina.job;

import java.time.Duration;

/// Work that each instance repeats while it serves, beginning at its start; a bean. What one
/// instance does for all is a [RecurringJob].
///
/// @param every the time between the beginnings of two runs
public record RepeatedWork(Duration every, Runnable work) {}
