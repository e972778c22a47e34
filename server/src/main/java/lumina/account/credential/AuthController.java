package lumina.account.credential;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
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
import lumina.storage.cache.Remembered;
import lumina.storage.cache.Writes;
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

  private static final int MAX_REMEMBERED = 10_000;

  /// @param account the owner of the session; null, not an error, without a session
  record CurrentSession(@Nullable Me account) {}

  private final LogIn logIn;
  private final Remembered<Long, Optional<Me>> accounts;
  private final SessionStore sessions;
  private final SigningIn signingIn;

  AuthController(
      LogIn logIn, UserStore users, Writes writes, SessionStore sessions, SigningIn signingIn) {
    this.logIn = logIn;
    accounts = Remembered.each(writes, MAX_REMEMBERED, id -> users.find(id).map(Me::of));
    this.sessions = sessions;
    this.signingIn = signingIn;
  }

  /// Opens a session.
  @PostMapping("/login")
  Me logIn(
      @RequestBody LogInRequest given, HttpServletRequest request, HttpServletResponse response) {
    String device = DeviceCookie.token(request);
    User user = logIn.logIn(given.username(), given.password(), device, Caller.of(request));
    Me me = signingIn.answer(user, request, response);
    SecurityLog.note("log_in");
    return me;
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
    return accounts.get(viewer.userId()).orElseThrow(() -> new Problem.NotFound("account"));
  }

  /// Reads the account of this session, if there is one.
  ///
  /// A page calls this first, because it does not know whether its browser has a session.
  @GetMapping("/session")
  CurrentSession getSession(Viewer viewer) {
    return new CurrentSession(accounts.get(viewer.userId()).orElse(null));
  }
}
