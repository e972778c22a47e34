package lumina.account.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lumina.access.Viewer;

/// Answers some requests as soon as their viewer is known, without the path through Spring's
/// dispatcher, which takes longer than the answer itself. It comes before the access rules of
/// [SecurityRules], so it may only send what everybody may see, and must leave all else to them.
public interface EarlyAnswer {
  /// @return false to leave the request to its controller; then nothing has been sent
  boolean send(Viewer viewer, HttpServletRequest request, HttpServletResponse response)
      throws IOException;
}
