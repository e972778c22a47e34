package lumina.media.ffmpeg;

/// Says that a program of ffmpeg did not do its job; the message ends with the last lines that it
/// wrote to its log.
public final class FfmpegFailed extends Exception {
  /// Why it failed.
  public enum Reason {
    /// No ffmpeg runs on this machine, it could not be started, or something else ended it.
    UNAVAILABLE,
    /// It refused the file, or crashed on it.
    BROKEN,
    /// It exceeded its time, its memory or the size of its answer.
    COSTLY,
    /// The server is stopping.
    STOPPED
  }

  private final Reason reason;

  FfmpegFailed(Reason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
