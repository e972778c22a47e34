package lumina.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import lumina.text.Text;

/// Gives each file of a zip a name of its own, close to the one that it had, which every system can
/// unpack and none outside of its folder.
final class ZipNames {
  /// Most file systems take 255 bytes; the rest is for a number and the ending.
  private static final int MAX_STEM_BYTES = 220;

  private static final int MAX_ENDING_BYTES = 20;

  private final Set<String> taken = new HashSet<>();

  String of(String fileName) {
    String name = fileName.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|]", "_").replaceFirst("^\\.+", "");
    name = name.isEmpty() ? "photo" : name;
    int dot = endOfStem(name);
    String stem = Text.cutToBytes(name.substring(0, dot), MAX_STEM_BYTES);
    String unique = stem + name.substring(dot);
    for (int i = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); i++) {
      unique = "%s (%d)%s".formatted(stem, i, name.substring(dot));
    }
    return unique;
  }

  /// What is too long for an ending belongs to the stem.
  private static int endOfStem(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 1 || name.substring(dot).getBytes(UTF_8).length > MAX_ENDING_BYTES
        ? name.length()
        : dot;
  }
}
