package lumina.account.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/// The cookie that holds a session's token: scripts cannot read it, and other sites cannot send
/// writes with it.
public final class SessionCookie {
  static final String NAME = "session";

  private SessionCookie() {}

  static Optional<String> token(HttpServletRequest request) {
    return Optional.ofNullable(WebUtils.getCookie(request, NAME))
        .map(Cookie::getValue)
        .filter(token -> !token.isEmpty());
  }

  static String of(String token, HttpServletRequest request) {
    return cookie(token, SessionStore.LIFETIME, request);
  }

  public static String cleared(HttpServletRequest request) {
    return cookie("", Duration.ZERO, request);
  }

  private static String cookie(String value, Duration age, HttpServletRequest request) {
    return ResponseCookie.from(NAME, value)
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite("Lax")
        .path("/")
        .maxAge(age)
        .build()
        .toString();
  }
}
