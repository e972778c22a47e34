package lumina.upload;

import lumina.text.FieldLimit;
import lumina.text.Text;
import org.jspecify.annotations.Nullable;

/// Cleans the name of an uploaded file, so that a download gets the same name.
final class FileName {
  private static final FieldLimit NAME = new FieldLimit("photo", 200);

  private FileName() {}

  /// Returns the name without folders and control characters, empty if there is none. A long name
  /// is cut, never refused: nobody chose it for Lumina.
  static String of(@Nullable String given) {
    String name = given == null ? "" : given.replaceFirst("(?s)^.*[/\\\\]", "");
    int length = Math.min(name.codePointCount(0, name.length()), NAME.max());
    return Text.optional(NAME, name.substring(0, name.offsetByCodePoints(0, length)))
        .replaceAll("\\s", " ");
  }
}
