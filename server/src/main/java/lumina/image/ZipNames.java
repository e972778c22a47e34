package lumina.image;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Gives each file of a zip a name of its own, close to the one that it had, which every system can
/// unpack and none outside of its folder.
final class ZipNames {
  private final Set<String> taken = new HashSet<>();

  String of(String fileName) {
    String name = fileName.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|]", "_").replaceFirst("^\\.+", "");
    name = name.isEmpty() ? "photo" : name;
    int dot = name.lastIndexOf('.') < 1 ? name.length() : name.lastIndexOf('.');
    String unique = name;
    for (int i = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); i++) {
      unique = "%s (%d)%s".formatted(name.substring(0, dot), i, name.substring(dot));
    }
    return unique;
  }
}
