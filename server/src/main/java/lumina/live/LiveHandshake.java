package lumina.live;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import lumina.access.Viewer.Person;
import lumina.http.problem.Problem;
import lumina.http.problem.ProblemBody;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/// Records person, session and last event of a client that opens a socket. Whoever gets none is
/// told why by a [Problem].
class LiveHandshake implements HandshakeInterceptor {
  /// @param after the last event seen, or -1
  record LiveClient(Person viewer, String tokenHash, long after) {}

  private static final Logger log = LoggerFactory.getLogger(LiveHandshake.class);

  private final Sockets sockets;
  private final int most;

  /// @param most maximum number of sockets of one account on this instance
  LiveHandshake(Sockets sockets, int most) {
    this.sockets = sockets;
    this.most = most;
  }

  @Override
  public boolean beforeHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      Map<String, Object> attributes)
      throws IOException {
    try {
      attributes.put("guest", admit(request));
      return true;
    } catch (Problem refused) {
      ProblemBody.write(refused, plain(response));
      return false;
    }
  }

  private LiveClient admit(ServerHttpRequest request) {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who == null || !(who.getPrincipal() instanceof Person viewer)) {
      throw Problem.Unauthorized.notSignedIn();
    }
    if (request.getMethod().equals(HttpMethod.GET) && !opensSocket(request.getHeaders())) {
      throw new Problem.Invalid(
          "Upgrade",
          "websocket_needed",
          "This address opens a WebSocket. Without one, /api/events has the same events.");
    }
    if (sockets.of(viewer.userId()).size() >= most) {
      throw new Problem.TooMany(
          "too_many_sockets",
          "Lumina is open in too many places of yours. Please close some of them.",
          Duration.ofMinutes(1));
    }
    return new LiveClient(viewer, String.valueOf(who.getCredentials()), lastSeen(request));
  }

  private static boolean opensSocket(HttpHeaders headers) {
    return "websocket".equalsIgnoreCase(headers.getUpgrade())
        && headers.getConnection().stream().anyMatch("upgrade"::equalsIgnoreCase);
  }

  /// In the address, since browsers do not let pages set headers of a WebSocket; or in the header
  /// of server-sent events.
  private static long lastSeen(ServerHttpRequest request) {
    String inAddress =
        UriComponentsBuilder.fromUri(request.getURI()).build().getQueryParams().getFirst("after");
    String inHeader = request.getHeaders().getFirst("Last-Event-ID");
    String after = inAddress != null ? inAddress : inHeader != null ? inHeader : "";
    if (!after.matches("\\d{0,18}")) {
      throw new Problem.Invalid(
          "after",
          "invalid_cursor",
          "Please give the id of the last event that you saw, or leave it out.");
    }
    return after.isEmpty() ? -1 : Long.parseLong(after);
  }

  /// What Spring itself refuses (another site, another method or version) has only a status.
  @Override
  public void afterHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      @Nullable Exception failure) {
    HttpServletResponse refused = plain(response);
    if (refused.getStatus() < 400) {
      return;
    }
    try {
      ProblemBody.write(refused.getStatus(), refused);
    } catch (IOException gone) {
      log.debug("WebSocket client disconnected before it was refused", gone);
    }
  }

  private static HttpServletResponse plain(ServerHttpResponse response) {
    return ((ServletServerHttpResponse) response).getServletResponse();
  }
}
