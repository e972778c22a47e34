package lumina.photo.detail;

import java.util.List;

/// Writes fields of a photo by name, in any storage format.
public interface FieldWriter {
  void text(String name, String value);

  void texts(String name, List<String> value);

  void number(String name, long value);

  void flag(String name, boolean value);
}
