package lumina.imaging;

/// What libvips says when it cannot do something; for the log, not for people.
final class VipsFailed extends RuntimeException {
  VipsFailed(String message) {
    super(message, null, false, false);
  }
}
