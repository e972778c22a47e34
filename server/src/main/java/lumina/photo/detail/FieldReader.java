package lumina.photo.detail;

import java.util.List;

/// Gives fields of a photo by their names, wherever they are kept. What is not there (an older
/// program left it out) is empty, 0 or false.
public interface FieldReader {
  String text(String name);

  List<String> texts(String name);

  long number(String name);

  boolean flag(String name);
}
