package lumina.media.worker;

/// A worker went away over a picture.
final class WorkerLost extends Exception {
  enum Reason {
    /// It crashed, or had not enough memory.
    DIED,
    /// Somebody else ended it, as a system does that runs out of memory.
    KILLED,
    /// It was ended: the picture took more of the processor than any may.
    COSTLY,
    /// It was ended: the picture was not done in time, though it may be an easy one.
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

  /// Another worker may get further.
  boolean isWorthAnotherTry() {
    return reason == Reason.DIED || reason == Reason.KILLED;
  }

  boolean isTheFaultOfThePicture() {
    return reason == Reason.DIED || reason == Reason.COSTLY;
  }
}
