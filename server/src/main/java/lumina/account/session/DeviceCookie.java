package lumina.account.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/// The cookie by which a browser is known that has signed in before. It opens nothing; it only
/// keeps the wrong guesses of others from counting here.
public final class DeviceCookie {
  private static final String NAME = "device";
  private static final Duration LIFETIME = Duration.ofDays(400); // the longest that browsers keep
  private static final int LENGTH = 43;

  private DeviceCookie() {}

  /// Its token, or empty.
  public static String token(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, NAME);
    return cookie == null || cookie.getValue().length() != LENGTH ? "" : cookie.getValue();
  }

  static String of(String token, HttpServletRequest request) {
    return ResponseCookie.from(NAME, token)
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite("Lax")
        .path("/api")
        .maxAge(LIFETIME)
        .build()
        .toString();
  }
}
