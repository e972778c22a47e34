package lumina.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import lumina.http.Caller;
import lumina.http.Problem;
import lumina.http.SecurityLog;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/auth")
class AuthController {
  record Credentials(@Nullable String username, @Nullable String password) {}

  private final SignUp signUp;
  private final LogIn logIn;
  private final UserStore users;
  private final SessionStore sessions;
  private final DeviceStore devices;

  AuthController(
      SignUp signUp, LogIn logIn, UserStore users, SessionStore sessions, DeviceStore devices) {
    this.signUp = signUp;
    this.logIn = logIn;
    this.users = users;
    this.sessions = sessions;
    this.devices = devices;
  }

  @PostMapping("/signup")
  ResponseEntity<Me> signUp(@RequestBody SignUp.Application asked, HttpServletRequest request) {
    User user = signUp.signUp(asked, Caller.of(request));
    return signedIn(HttpStatus.CREATED, user, request);
  }

  @PostMapping("/login")
  ResponseEntity<Me> logIn(@RequestBody Credentials given, HttpServletRequest request) {
    String device = DeviceCookie.token(request);
    User user = logIn.logIn(given.username(), given.password(), device, Caller.of(request));
    SecurityLog.note("log_in");
    return signedIn(HttpStatus.OK, user, request);
  }

  @PostMapping("/logout")
  ResponseEntity<Void> logOut(Authentication session, HttpServletRequest request) {
    sessions.end(String.valueOf(session.getCredentials()));
    return ResponseEntity.noContent()
        .header(HttpHeaders.SET_COOKIE, SessionCookie.cleared(request))
        .build();
  }

  @GetMapping("/me")
  Me me(Viewer viewer) {
    return Me.of(users.find(viewer.userId()).orElseThrow(() -> new Problem.NotFound("account")));
  }

  private ResponseEntity<Me> signedIn(HttpStatus status, User user, HttpServletRequest request) {
    String program = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
    SessionCookie.token(request)
        .flatMap(sessions::find)
        .map(Session::tokenHash)
        .ifPresent(sessions::end);
    String token = sessions.open(user.id(), program);
    String device = device(request);
    devices.remember(user.id(), device);
    return ResponseEntity.status(status)
        .header(HttpHeaders.SET_COOKIE, SessionCookie.of(token, request))
        .header(HttpHeaders.SET_COOKIE, DeviceCookie.of(device, request))
        .body(Me.of(user));
  }

  private static String device(HttpServletRequest request) {
    String known = DeviceCookie.token(request);
    return known.isEmpty() ? Token.fresh(32) : known;
  }
}
