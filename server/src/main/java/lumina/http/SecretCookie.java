package lumina.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.ResponseCookie;

/// A cookie that holds a secret: scripts cannot read it, other sites cannot send writes with it,
/// and a browser that uses HTTPS sends it only so.
///
/// @param path under which browsers send it
public record SecretCookie(String name, String path) {
  /// The longest that browsers keep a cookie.
  public static final Duration MAX_AGE = Duration.ofDays(400);

  /// Returns the value of the header `Set-Cookie`.
  ///
  /// @param age zero to delete the cookie
  public String with(String secret, Duration age, HttpServletRequest request) {
    return ResponseCookie.from(name, secret)
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite("Lax")
        .path(path)
        .maxAge(age)
        .build()
        .toString();
  }
}
