package lumina.imports.source;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the JSON that Google Takeout writes beside a photo.
///
/// Its name is that of the photo and `.supplemental-metadata`, formerly without that. Google cuts
/// it after 46 characters, puts the number of a second photo of that name at its end (`(1)`), and
/// writes one JSON for a photo, its film and its edited copy. The name of the photo itself is cut
/// after 47 characters. SidecarNamesTest shows what people found in their exports.
final class SidecarNames {
  private static final String SUFFIX = ".supplemental-metadata";
  private static final String JSON = ".json";

  /// Where Google cuts a name; a few less in some exports, and with a number.
  private static final int LONGEST = 46;

  private static final int SHORTEST = 42;

  private static final Pattern NUMBERED = Pattern.compile("(?s)(.*)\\((\\d{1,5})\\)");

  /// `-edited` in any language, whole or cut.
  private static final Pattern EDITED =
      Pattern.compile("(?s)(.+)-[\\p{L}\\p{M}][\\p{L}\\p{M} ]{0,19}");

  private static final Pattern FILM = Pattern.compile("mp4|mov|m4v|mp|mv|3gp|mp~\\d");
  private static final List<String> PARTNERS =
      List.of(
          ".heic",
          ".jpg",
          ".jpeg",
          ".mp.jpg",
          ".mp.heic",
          ".heif",
          ".png",
          ".dng",
          ".mov",
          ".mp4",
          ".mp");

  /// A name without its extension, the extension with its dot, and a number.
  private record Name(String stem, String extension, String number) {
    static Name of(String name) {
      int dot = name.lastIndexOf('.');
      return dot < 0
          ? new Name(name, "", "")
          : new Name(name.substring(0, dot), name.substring(dot), "");
    }

    Name with(String otherStem, String otherNumber) {
      return new Name(otherStem, extension, otherNumber);
    }

    String base() {
      return stem + extension;
    }
  }

  private final Map<String, String> sidecars = new HashMap<>();

  /// @param names of all JSON files in a folder
  SidecarNames(Collection<String> names) {
    for (String name : names) {
      String key = SourceFile.key(name);
      String base = key.substring(0, key.length() - JSON.length());
      Matcher numbered = NUMBERED.matcher(base);
      sidecars.putIfAbsent(
          numbered.matches() ? key(numbered.group(1), numbered.group(2)) : key(base, ""), name);
    }
  }

  private static String key(String base, String number) {
    return base + '|' + number;
  }

  /// Returns the name of the JSON about this file in the folder, or null without one.
  @Nullable String of(String file) {
    Name whole = Name.of(SourceFile.key(file));
    Matcher numbered = NUMBERED.matcher(whole.stem());
    Name name = numbered.matches() ? whole.with(numbered.group(1), numbered.group(2)) : whole;
    String found = first(name, whole, this::own);
    if (found == null) {
      found = edited(name, whole);
    }
    return found == null ? own(name.with(name.stem(), "")) : found;
  }

  private static @Nullable String first(
      Name name, Name whole, Function<Name, @Nullable String> search) {
    String found = search.apply(name);
    return found == null && !whole.equals(name) ? search.apply(whole) : found;
  }

  /// The number of an edited copy is before or after `-edited`, or nowhere in the JSON.
  private @Nullable String edited(Name name, Name whole) {
    for (Name copy : List.of(name, whole)) {
      Matcher edited = EDITED.matcher(copy.stem());
      if (edited.matches()) {
        Name original = copy.with(edited.group(1), copy.number());
        Matcher numbered = NUMBERED.matcher(original.stem());
        Name second =
            numbered.matches() ? copy.with(numbered.group(1), numbered.group(2)) : original;
        String found = first(second, original, this::own);
        if (found == null) {
          found = own(original.with(original.stem(), ""));
        }
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private @Nullable String own(Name name) {
    List<BiFunction<String, String, @Nullable String>> ways = List.of(this::suffixed, this::cut);
    for (BiFunction<String, String, @Nullable String> way : ways) {
      String found = way.apply(name.base(), name.number());
      if (found != null) {
        return found;
      }
    }
    String untitled = suffixed(name.stem(), name.number());
    return untitled == null ? partner(name) : untitled;
  }

  private @Nullable String suffixed(String base, String number) {
    for (int length = 0; length <= SUFFIX.length(); length++) {
      String found = sidecars.get(key(base + SUFFIX.substring(0, length), number));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable String cut(String base, String number) {
    for (int length = Math.min(LONGEST, base.length() - 1); length >= SHORTEST; length--) {
      String found = sidecars.get(key(base.substring(0, length), number));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /// The JSON of the photo whose film this is.
  private @Nullable String partner(Name film) {
    if (film.extension().isEmpty() || !FILM.matcher(film.extension().substring(1)).matches()) {
      return null;
    }
    for (String stem : List.of(film.base(), film.stem())) {
      for (String extension : PARTNERS) {
        String base = stem + extension;
        String found = suffixed(base, film.number());
        found = found == null ? cut(base, film.number()) : found;
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
