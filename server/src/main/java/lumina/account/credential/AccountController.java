package lumina.account.credential;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import lumina.access.Viewer.Person;
import lumina.account.session.DeviceCookie;
import lumina.account.session.DeviceStore;
import lumina.account.session.Session;
import lumina.account.session.SessionCookie;
import lumina.account.session.SessionStore;
import lumina.http.Caller;
import lumina.http.list.Page;
import lumina.http.list.PageRequest;
import lumina.http.problem.Problem;
import lumina.http.problem.Required;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Password and sessions of an account.
@RestController
@RequestMapping("/api/account")
class AccountController {
  private static final int ID_LENGTH = 16;

  record ChangePasswordRequest(@Nullable String currentPassword, @Nullable String newPassword) {}

  /// @param id the beginning of the session's hash: enough to identify it, too short to use it
  record SessionJson(String id, String device, long createdAt, long lastUsedAt, boolean current) {}

  private final LogIn logIn;
  private final SessionStore sessions;
  private final DeviceStore devices;

  AccountController(LogIn logIn, SessionStore sessions, DeviceStore devices) {
    this.logIn = logIn;
    this.sessions = sessions;
    this.devices = devices;
  }

  /// Changes the password and ends all other sessions.
  @PutMapping("/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void changePassword(
      Person viewer,
      @RequestBody ChangePasswordRequest change,
      Authentication session,
      HttpServletRequest request) {
    Caller caller = Caller.of(request);
    String current = Required.field("current_password", change.currentPassword(), LogIn.TYPE_IT);
    String chosen =
        Required.field("new_password", change.newPassword(), "Please choose a password.");
    logIn.confirm(viewer, current, caller);
    logIn.changePassword(viewer, chosen, caller);
    sessions.endOthers(viewer.userId(), current(session));
    devices.forgetOthers(viewer.userId(), DeviceCookie.token(request));
  }

  /// Lists my sessions, last used first.
  @GetMapping("/sessions")
  ResponseEntity<List<SessionJson>> listSessions(
      Person viewer, Authentication session, PageRequest page) {
    List<SessionJson> all =
        sessions.list(viewer.userId()).stream()
            .map(
                s ->
                    new SessionJson(
                        id(s),
                        s.device(),
                        s.createdAt(),
                        s.lastUsedAt(),
                        s.tokenHash().equals(current(session))))
            .toList();
    return Page.within("sessions " + viewer.userId(), all, page, AccountController::place);
  }

  /// Sorts the session that was used last first.
  private static String place(SessionJson session) {
    return "%019d %s".formatted(Long.MAX_VALUE - session.lastUsedAt(), session.id());
  }

  /// Ends all sessions, including this one, and forgets all devices.
  @DeleteMapping("/sessions")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void endAllSessions(Person viewer, HttpServletRequest request, HttpServletResponse response) {
    sessions.endOthers(viewer.userId(), "");
    devices.forgetOthers(viewer.userId(), "");
    response.addHeader(HttpHeaders.SET_COOKIE, SessionCookie.cleared(request));
  }

  /// Ends a session.
  @DeleteMapping("/sessions/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void endSession(Person viewer, @PathVariable String id) {
    Session session =
        sessions.list(viewer.userId()).stream()
            .filter(s -> id(s).equals(id))
            .findAny()
            .orElseThrow(() -> new Problem.NotFound("session"));
    sessions.end(session.tokenHash());
  }

  private static String id(Session session) {
    return session.tokenHash().substring(0, ID_LENGTH);
  }

  private static String current(Authentication session) {
    return String.valueOf(session.getCredentials());
  }
}
