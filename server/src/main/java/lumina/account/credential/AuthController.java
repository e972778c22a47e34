package lumina.account.credential;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lumina.access.Viewer;
import lumina.access.Viewer.Person;
import lumina.account.Me;
import lumina.account.User;
import lumina.account.UserStore;
import lumina.account.session.DeviceCookie;
import lumina.account.session.SessionCookie;
import lumina.account.session.SessionStore;
import lumina.account.session.SigningIn;
import lumina.http.Caller;
import lumina.http.problem.Problem;
import lumina.http.problem.SecurityLog;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/auth")
class AuthController {
  record LogInRequest(@Nullable String username, @Nullable String password) {}

  /// @param account the owner of the session; null, not an error, without a session
  record CurrentSession(@Nullable Me account) {}

  private final LogIn logIn;
  private final UserStore users;
  private final SessionStore sessions;
  private final SigningIn signingIn;

  AuthController(LogIn logIn, UserStore users, SessionStore sessions, SigningIn signingIn) {
    this.logIn = logIn;
    this.users = users;
    this.sessions = sessions;
    this.signingIn = signingIn;
  }

  /// Opens a session.
  @PostMapping("/login")
  Me logIn(
      @RequestBody LogInRequest given, HttpServletRequest request, HttpServletResponse response) {
    String device = DeviceCookie.token(request);
    User user = logIn.logIn(given.username(), given.password(), device, Caller.of(request));
    SecurityLog.note("log_in");
    return signingIn.answer(user, request, response);
  }

  /// Ends this session.
  @PostMapping("/logout")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void logOut(Authentication session, HttpServletRequest request, HttpServletResponse response) {
    sessions.end(String.valueOf(session.getCredentials()));
    response.addHeader(HttpHeaders.SET_COOKIE, SessionCookie.cleared(request));
  }

  /// Reads my own account.
  @GetMapping("/me")
  Me getMe(Person viewer) {
    return Me.of(users.find(viewer.userId()).orElseThrow(() -> new Problem.NotFound("account")));
  }

  /// Reads the account of this session, if there is one.
  ///
  /// A page calls this first, because it does not know whether its browser has a session.
  @GetMapping("/session")
  CurrentSession getSession(Viewer viewer) {
    return new CurrentSession(users.find(viewer.userId()).map(Me::of).orElse(null));
  }
}
