package lumina.text;

/// The beginning of a text, to quote it.
public final class Excerpt {
  /// The length of a quote in a reply.
  public static final int OF_REPLY = 120;

  private Excerpt() {}

  /// Returns a text of at most `max` code points, with an ellipsis if it was longer. What people
  /// see as one character stays whole.
  public static String of(String text, int max) {
    if (text.codePointCount(0, text.length()) <= max) {
      return text;
    }
    return Text.cut(text, max - 1) + "…";
  }
}
