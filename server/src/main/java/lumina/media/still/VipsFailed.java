package lumina.media.still;

/// The error message of libvips for a failed operation; for the log, not for people.
public final class VipsFailed extends RuntimeException {
  public VipsFailed(String message) {
    super(message, null, false, false);
  }
}
