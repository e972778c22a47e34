package lumina.share;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lumina.account.Token;
import lumina.http.SecretCookie;
import org.springframework.web.util.WebUtils;

/// The cookie by which a guest of one link is known again.
final class GuestCookie {
  static final int TOKEN_BYTES = 32;
  private static final String PREFIX = "guest-";
  private static final Pattern NAME = Pattern.compile(PREFIX + "[0-9a-f]{32}");

  private GuestCookie() {}

  /// The hash of the token that the browser has for a link.
  static Optional<String> hash(HttpServletRequest request, String shareId) {
    return Optional.ofNullable(WebUtils.getCookie(request, PREFIX + shareId))
        .map(Cookie::getValue)
        .map(Token::hash);
  }

  /// The ids of all links for which the browser has a cookie.
  static List<String> shareIds(HttpServletRequest request) {
    return Stream.of(Objects.requireNonNullElse(request.getCookies(), new Cookie[0]))
        .map(Cookie::getName)
        .filter(name -> NAME.matcher(name).matches())
        .map(name -> name.substring(PREFIX.length()))
        .toList();
  }

  static String of(String shareId, String token, HttpServletRequest request) {
    return of(shareId).with(token, SecretCookie.MAX_AGE, request);
  }

  static String cleared(String shareId, HttpServletRequest request) {
    return of(shareId).with("", Duration.ZERO, request);
  }

  private static SecretCookie of(String shareId) {
    return new SecretCookie(PREFIX + shareId, "/");
  }
}
