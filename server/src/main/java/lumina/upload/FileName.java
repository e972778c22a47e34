package lumina.upload;

import lumina.text.Text;
import org.jspecify.annotations.Nullable;

/// What a file was called where it came from, so that a download is called the same.
final class FileName {
  private static final int MAX_LENGTH = 200;

  private FileName() {}

  /// The name without folders and control characters, empty when there is none. A long one is cut,
  /// never refused: nobody chose it for Lumina.
  static String of(@Nullable String given) {
    String name = given == null ? "" : given.replaceFirst("(?s)^.*[/\\\\]", "");
    int length = Math.min(name.codePointCount(0, name.length()), MAX_LENGTH);
    return Text.optional("photo", name.substring(0, name.offsetByCodePoints(0, length)), MAX_LENGTH)
        .replaceAll("\\s", " ");
  }
}
