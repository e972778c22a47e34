package lumina.photo.detail;

/// What is kept about a photo, the same for every reader, each field under one name everywhere: as
/// a column in SQL, as an attribute in DynamoDB, as a field in a move (docs/decisions/0020).
public record PhotoDetails(PhotoText text, Picture picture) {
  /// Of a photo of which nothing is said; written down, it tells which fields there are.
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
