package lumina.account.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import lumina.http.SecretCookie;
import org.springframework.web.util.WebUtils;

/// The cookie that identifies a browser that has logged in before. It grants no access; it keeps
/// wrong guesses of others from counting against this browser.
public final class DeviceCookie {
  private static final String NAME = "device";
  private static final SecretCookie COOKIE = new SecretCookie(NAME, "/api");
  private static final int LENGTH = 43;

  private DeviceCookie() {}

  /// The token in the cookie, or empty.
  public static String token(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, NAME);
    return cookie == null || cookie.getValue().length() != LENGTH ? "" : cookie.getValue();
  }

  static String of(String token, HttpServletRequest request) {
    return COOKIE.with(token, SecretCookie.MAX_AGE, request);
  }
}
