package lumina.photo.detail;

/// The details of a photo, the same for every reader. Each field has the same name everywhere: as a
/// column in SQL, as an attribute in DynamoDB, as a field in a transfer (docs/decisions/0020).
public record PhotoDetails(PhotoText text, Picture picture) {
  /// The details of a photo without any; written down, they list all fields.
  public static final PhotoDetails EMPTY = read(new Columns());

  public static PhotoDetails read(FieldReader from) {
    return new PhotoDetails(PhotoText.read(from), Picture.read(from));
  }

  public void write(FieldWriter to) {
    text.write(to);
    picture.write(to);
  }

  public PhotoDetails with(PhotoText text) {
    return new PhotoDetails(text, picture);
  }
}
