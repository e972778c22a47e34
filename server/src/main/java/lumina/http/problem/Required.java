package lumina.http.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks fields that a request must have; the description of the API lists them.
public final class Required {
  private Required() {}

  /// @param sentence what the person should do
  /// @throws Problem.Invalid if the field is missing or empty
  public static <T> T field(String field, @Nullable T sent, String sentence) {
    if (sent == null || sent.equals("") || sent.equals(List.of())) {
      throw new Problem.Invalid(field, "missing_field", sentence);
    }
    return sent;
  }
}
