package lumina.account.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import lumina.account.Me;
import lumina.account.Token;
import lumina.account.User;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// Opens a session for an authenticated person: ends the session that the request came with, and
/// remembers the browser.
@Component
public class SigningIn {
  private final SessionStore sessions;
  private final DeviceStore devices;
  private final ApplicationEventPublisher publisher;

  SigningIn(SessionStore sessions, DeviceStore devices, ApplicationEventPublisher publisher) {
    this.sessions = sessions;
    this.devices = devices;
    this.publisher = publisher;
  }

  public Me answer(User user, HttpServletRequest request, HttpServletResponse response) {
    String program = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
    SessionCookie.token(request)
        .flatMap(sessions::find)
        .map(Session::tokenHash)
        .ifPresent(sessions::end);
    String token = sessions.open(user.id(), program);
    String device = device(request);
    devices.remember(user.id(), device);
    response.addHeader(HttpHeaders.SET_COOKIE, SessionCookie.of(token, request));
    response.addHeader(HttpHeaders.SET_COOKIE, DeviceCookie.of(device, request));
    publisher.publishEvent(new SignedIn(user, request));
    return Me.of(user);
  }

  private static String device(HttpServletRequest request) {
    String known = DeviceCookie.token(request);
    return known.isEmpty() ? Token.fresh(32) : known;
  }
}
