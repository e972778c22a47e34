package lumina.upload;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lumina.text.FieldLimit;
import lumina.text.Text;
import org.jspecify.annotations.Nullable;

/// Cleans the name of an uploaded file, so that a download gets the same name.
public final class FileName {
  private static final FieldLimit NAME = new FieldLimit("photo", 200);
  private static final Pattern ENDING = Pattern.compile("\\.\\w{1,10}$");

  private FileName() {}

  /// Returns the name without folders and control characters, empty if there is none. A long name
  /// is cut before its ending, never refused: nobody chose it for Lumina.
  public static String of(@Nullable String given) {
    String name = given == null ? "" : given.replaceFirst("(?s)^.*[/\\\\]", "");
    Matcher ending = ENDING.matcher(name);
    int dot = ending.find() ? ending.start() : name.length();
    int rest = NAME.max() - (name.length() - dot);
    String stem =
        name.substring(0, name.offsetByCodePoints(0, Math.min(name.codePointCount(0, dot), rest)));
    return Text.optional(NAME, stem + name.substring(dot)).replaceAll("\\s", " ");
  }
}
