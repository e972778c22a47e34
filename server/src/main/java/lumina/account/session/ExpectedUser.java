package lumina.account.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import lumina.http.problem.Problem;
import org.jspecify.annotations.Nullable;

/// For whom a page believes to speak. All tabs of a browser share one session: when somebody else
/// logs in in one of them, what was typed in another must not go out in their name. So pages say
/// who they show, in the header `Lumina-User`, or, where they can set none, in the address of their
/// socket (`?user=7`). Whoever says nothing speaks for the owner of the session.
final class ExpectedUser {
  private static final String HEADER = "Lumina-User";
  private static final String SOCKET = "/api/ws";

  private ExpectedUser() {}

  /// Refuses what is not said in the name of this session's person.
  static void check(HttpServletRequest request, Optional<Session> session) {
    String said = said(request);
    if (said == null) {
      return;
    }
    if (session.isEmpty()) {
      throw new Problem.Unauthorized("not_signed_in", "Please log in to go on.");
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
