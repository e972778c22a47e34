package lumina.photo.detail;

import java.util.List;

/// Reads fields of a photo by name, in any storage format. A missing field (an older program left
/// it out) is empty, 0 or false.
public interface FieldReader {
  String text(String name);

  List<String> texts(String name);

  long number(String name);

  boolean flag(String name);
}
