package lumina.imaging;

/// A worker died over a picture, or was ended because it took too long.
final class WorkerLost extends Exception {
  private final boolean tookTooLong;

  WorkerLost(boolean tookTooLong) {
    super(tookTooLong ? "took too long" : "died", null, false, false);
    this.tookTooLong = tookTooLong;
  }

  boolean tookTooLong() {
    return tookTooLong;
  }
}
