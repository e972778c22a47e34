package lumina.imports;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How far an import from a page is, as clients and the database name it.
enum ImportState {
  /// Its files are being sent.
  RECEIVING,
  /// It waits, or is under way.
  RUNNING,
  DONE,
  /// It failed again and again, and is not tried any more.
  FAILED;

  boolean isOver() {
    return this == DONE || this == FAILED;
  }

  @JsonValue
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ImportState stored(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
