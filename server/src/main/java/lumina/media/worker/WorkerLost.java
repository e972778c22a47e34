package lumina.media.worker;

/// Says that a worker ended while it made a picture.
final class WorkerLost extends Exception {
  enum Reason {
    /// It crashed, or ran out of memory.
    DIED,
    /// Another process killed it, as the system does when it runs out of memory.
    KILLED,
    /// Killed: the picture exceeded the limit of processor time.
    COSTLY,
    /// Killed: the picture exceeded the limit of elapsed time, though it may be a good one.
    STALLED
  }

  private final Reason reason;

  WorkerLost(Reason reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }

  /// Whether another worker may succeed.
  boolean isWorthAnotherTry() {
    return reason == Reason.DIED || reason == Reason.KILLED;
  }

  boolean isTheFaultOfThePicture() {
    return reason == Reason.DIED || reason == Reason.COSTLY;
  }
}
