package lumina.text;

/// The limit of a request field: of the characters of a text, of the items of a list, or of a
/// number. All limits of fields are constants of this type, where the field is read; the
/// description of the API contains them. The page repeats some of them as `maxlength`, and the
/// column in MySQL must be wide enough.
public record FieldLimit(String field, int min, int max) {
  public FieldLimit(String field, int max) {
    this(field, 0, max);
  }

  public boolean allows(long amount) {
    return amount >= min && amount <= max;
  }
}
