package lumina.media;

/// Says that a file cannot become a photo. The message is a sentence that a person can act on;
/// `code` is for programs: `not_an_image`, `empty_file`, `unsupported_image`, `too_many_pixels`,
/// `too_long` or `motion_without_picture`.
public final class RefusedImage extends Exception {
  public static final String UNSUPPORTED = "unsupported_image";

  private final String code;

  public RefusedImage(String code, String sentence) {
    super(sentence, null, false, false);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
