package lumina.storage.sqlite;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the parameter of a change that names the photo whose rows alone it touches. It knows a few
/// forms of statements; of all others it says that they may touch any rows.
final class PhotoParameter {
  /// No parameter.
  static final int NONE = 0;

  private static final String OF_PHOTO = "photo_id\\s*=\\s*\\?";

  /// In text or a comment, a question mark would be no parameter.
  private static final Pattern QUOTED = Pattern.compile("['\"`\\[]|--|/\\*");

  private static final Pattern UPDATE_OR_DELETE =
      Pattern.compile(
          ("(?is)\\s*(?:UPDATE\\s+\\w+\\s+SET\\b(?<before>(?:(?!\\b(?:WHERE|SELECT|FROM|photo_id)\\b).)*)"
                  + "|DELETE\\s+FROM\\s+\\w+\\s+)WHERE\\s+")
              + OF_PHOTO
              + "(?:\\s+AND\\b(?!.*\\bOR\\b).*)?\\s*");

  private static final Pattern INSERT =
      Pattern.compile(
          "(?is)\\s*INSERT\\s+INTO\\s+\\w+\\s*\\((?<columns>[\\w\\s,]+)\\)"
              + "\\s*SELECT\\s+(?<before>[\\w\\s.,?]+?)\\s+FROM\\s+\\w+\\s+(?<row>\\w+)\\s+WHERE\\s+\\k<row>\\."
              + OF_PHOTO
              + "(?:\\s+ON\\s+CONFLICT\\s+DO\\s+NOTHING)?\\s*");

  private PhotoParameter() {}

  /// Returns its number, from 1; [#NONE] if the change may touch any rows.
  static int of(String change) {
    if (QUOTED.matcher(change).find()) {
      return NONE;
    }
    Matcher insert = INSERT.matcher(change);
    if (insert.matches()) {
      return isOfPhoto(insert) ? next(insert.group("before")) : NONE;
    }
    Matcher other = UPDATE_OR_DELETE.matcher(change);
    return other.matches() ? next(other.group("before")) : NONE;
  }

  /// Whether each new row gets the id of that photo.
  private static boolean isOfPhoto(Matcher insert) {
    int column = listed(insert.group("columns")).indexOf("photo_id");
    List<String> values = listed(insert.group("before"));
    return column >= 0
        && column < values.size()
        && values.get(column).equals(insert.group("row") + ".photo_id");
  }

  private static List<String> listed(String commas) {
    return Arrays.stream(commas.split(",", -1)).map(String::strip).toList();
  }

  private static int next(String before) {
    return 1 + (before == null ? 0 : (int) before.chars().filter(it -> it == '?').count());
  }
}
