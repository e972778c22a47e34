package lumina.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Gives each file of a zip a name of its own, close to the one that it had, which every system can
/// unpack and none outside of its folder.
final class ZipNames {
  /// Most file systems take 255 bytes; the rest is for the ending and a number.
  private static final int MAX_BYTES = 220;

  private final Set<String> taken = new HashSet<>();

  String of(String fileName) {
    String name = fileName.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|]", "_").replaceFirst("^\\.+", "");
    name = name.isEmpty() ? "photo" : name;
    int dot = name.lastIndexOf('.') < 1 ? name.length() : name.lastIndexOf('.');
    String stem = cut(name.substring(0, dot));
    String unique = stem + name.substring(dot);
    for (int i = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); i++) {
      unique = "%s (%d)%s".formatted(stem, i, name.substring(dot));
    }
    return unique;
  }

  private static String cut(String stem) {
    int end = stem.length();
    while (stem.substring(0, end).getBytes(UTF_8).length > MAX_BYTES) {
      end = stem.offsetByCodePoints(end, -1);
    }
    return stem.substring(0, end);
  }
}
