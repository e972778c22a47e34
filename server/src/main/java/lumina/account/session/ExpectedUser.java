package lumina.account.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import lumina.http.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Checks the person for whom a page sends a request. All tabs of a browser share one session: if
/// another person logs in in one tab, input from another tab must not be sent in their name. So
/// pages send the id of the person they show, in the header `Lumina-User`, or in the URL of their
/// WebSocket (`?user=7`), which cannot have headers. Requests without it are for the owner of the
/// session.
final class ExpectedUser {
  private static final String HEADER = "Lumina-User";
  private static final String SOCKET = "/api/ws";

  private ExpectedUser() {}

  /// Refuses a request that names another person than the session.
  static void check(HttpServletRequest request, Optional<Session> session) {
    String said = said(request);
    if (said == null) {
      return;
    }
    if (session.isEmpty()) {
      throw Problem.Unauthorized.notSignedIn();
    }
    if (!said.equals(Long.toString(session.get().userId()))) {
      throw new Problem.Unauthorized(
          "other_account", "Somebody else is logged in here now. Please log in again to go on.");
    }
  }

  private static @Nullable String said(HttpServletRequest request) {
    String header = request.getHeader(HEADER);
    return header == null && request.getRequestURI().equals(SOCKET)
        ? request.getParameter("user")
        : header;
  }
}
