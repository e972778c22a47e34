package lumina.account.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import lumina.http.SecretCookie;
import org.springframework.web.util.WebUtils;

/// The cookie that holds a session's token.
public final class SessionCookie {
  static final String NAME = "session";
  private static final SecretCookie COOKIE = new SecretCookie(NAME, "/");

  private SessionCookie() {}

  static Optional<String> token(HttpServletRequest request) {
    return Optional.ofNullable(WebUtils.getCookie(request, NAME))
        .map(Cookie::getValue)
        .filter(token -> !token.isEmpty());
  }

  static String of(String token, HttpServletRequest request) {
    return COOKIE.with(token, SessionStore.LIFETIME, request);
  }

  public static String cleared(HttpServletRequest request) {
    return COOKIE.with("", Duration.ZERO, request);
  }
}
