package lumina.upload;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lumina.text.FieldLimit;
import lumina.text.Text;
import org.jspecify.annotations.Nullable;

/// Cleans the name of an uploaded file, so that a download gets the same name.
public final class FileName {
  private static final FieldLimit NAME = new FieldLimit("photo", 200);

  /// No file has a name of this length; what is behind it is left out before the name is cleaned.
  private static final int LONGEST = 10_000;

  private static final Pattern ENDING = Pattern.compile("\\.\\w{1,10}$");

  private FileName() {}

  /// Returns the name without folders and control characters, empty if there is none. A long name
  /// is cut before its ending, never refused: nobody chose it for Lumina.
  public static String of(@Nullable String given) {
    String last = given == null ? "" : given.replaceFirst("(?s)^.*[/\\\\]", "");
    FieldLimit any = new FieldLimit(NAME.field(), LONGEST);
    String name = Text.beginning(any, last).replaceAll("\\s", " ");
    Matcher ending = ENDING.matcher(name);
    int dot = ending.find() ? ending.start() : name.length();
    String stem = Text.cut(name.substring(0, dot), NAME.max() - (name.length() - dot));
    return stem + name.substring(dot);
  }
}
