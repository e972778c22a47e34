package lumina.photo.detail;

import java.util.List;

/// Takes fields of a photo under their names, wherever they are kept.
public interface FieldWriter {
  void text(String name, String value);

  void texts(String name, List<String> value);

  void number(String name, long value);

  void flag(String name, boolean value);
}
