package lumina.job;

/// Thrown by a [Job] that cannot begin now, through no fault of its own: it runs later, and this
/// does not count as a failure.
public final class JobPostponed extends RuntimeException {
  public JobPostponed(String reason) {
    super(reason, null, false, false);
  }
}
