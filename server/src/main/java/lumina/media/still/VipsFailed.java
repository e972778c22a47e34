package lumina.media.still;

/// What libvips says when it cannot do something; for the log, not for people.
public final class VipsFailed extends RuntimeException {
  public VipsFailed(String message) {
    super(message, null, false, false);
  }
}
