package lumina.live;

import java.util.Map;
import lumina.access.Viewer.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/// Records person, session and last event of a client that opens a socket.
class LiveHandshake implements HandshakeInterceptor {
  /// @param after the last event seen, or -1
  record LiveClient(Person viewer, String tokenHash, long after) {}

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
      Map<String, Object> attributes) {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    String after = lastSeen(request);
    if (who == null || !(who.getPrincipal() instanceof Person viewer)) {
      response.setStatusCode(HttpStatus.UNAUTHORIZED);
      return false;
    }
    if (sockets.of(viewer.userId()).size() >= most) {
      response.setStatusCode(HttpStatus.TOO_MANY_REQUESTS);
      response.getHeaders().set(HttpHeaders.RETRY_AFTER, "60");
      return false;
    }
    if (!after.matches("\\d{0,18}")) {
      response.setStatusCode(HttpStatus.BAD_REQUEST);
      return false;
    }
    long seen = after.isEmpty() ? -1 : Long.parseLong(after);
    attributes.put("guest", new LiveClient(viewer, String.valueOf(who.getCredentials()), seen));
    return true;
  }

  /// In the address, since browsers do not let pages set headers of a WebSocket; or in the header
  /// of server-sent events.
  private static String lastSeen(ServerHttpRequest request) {
    String inAddress =
        UriComponentsBuilder.fromUri(request.getURI()).build().getQueryParams().getFirst("after");
    String inHeader = request.getHeaders().getFirst("Last-Event-ID");
    return inAddress != null ? inAddress : inHeader != null ? inHeader : "";
  }

  @Override
  public void afterHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      @Nullable Exception failure) {}
}
