package lumina.photo.detail;

import lumina.media.Capture;

/// The details of a photo, the same for every reader. Each field has the same name everywhere: as a
/// column in SQL, as an attribute in DynamoDB, as a field in a transfer (docs/decisions/0020).
///
/// @param capture how it was taken, as the file says; when it was taken is in the index
public record PhotoDetails(PhotoText text, Picture picture, Capture capture) {
  private static final String CAPTURE = "capture";

  /// The details of a photo without any; written down, they list all fields.
  public static final PhotoDetails EMPTY = read(new Columns());

  public static PhotoDetails read(FieldReader from) {
    return new PhotoDetails(
        PhotoText.read(from), Picture.read(from), Capture.read(from.text(CAPTURE)));
  }

  public void write(FieldWriter to) {
    text.write(to);
    picture.write(to);
    write(capture, to);
  }

  static void write(Capture capture, FieldWriter to) {
    to.text(CAPTURE, capture.written());
  }

  public PhotoDetails with(PhotoText text) {
    return new PhotoDetails(text, picture, capture);
  }
}
