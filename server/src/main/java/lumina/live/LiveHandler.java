package lumina.live;

import jakarta.websocket.Session;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Opens and closes sockets, and receives frames of clients: at most 20 a second, of at most 4 KB.
@LiveEvent(type = "pong", data = LiveHandler.Pong.class)
@Component
class LiveHandler extends TextWebSocketHandler {
  static final int MAX_FRAME_BYTES = 4 * 1024;
  private static final int MAX_FRAMES_PER_SECOND = 20;
  private static final String TOMCAT = "org.apache.tomcat.websocket.";
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

  record Pong() {}

  private final Sockets sockets;
  private final EventReading events;
  private final JsonMapper json;
  private final Map<String, LiveFrames> frames;
  private final Duration sendTimeout;
  private final Map<String, LiveSocket> open = new ConcurrentHashMap<>();
  private final Map<String, Pace> paces = new ConcurrentHashMap<>();

  /// @param slowClientSeconds a client that reads nothing for so long is disconnected
  LiveHandler(
      Sockets sockets,
      EventReading events,
      JsonMapper json,
      List<LiveFrames> frames,
      @Value("${lumina.slow-client-seconds}") int slowClientSeconds) {
    this.sendTimeout = Duration.ofSeconds(slowClientSeconds);
    this.sockets = sockets;
    this.events = events;
    this.json = json;
    this.frames = frames.stream().collect(Collectors.toMap(LiveFrames::type, Function.identity()));
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession session) {
    session.setTextMessageSizeLimit(MAX_FRAME_BYTES);
    LiveHandshake.LiveClient guest =
        (LiveHandshake.LiveClient) Objects.requireNonNull(session.getAttributes().get("guest"));
    dropIfSlow(session);
    LiveSocket socket = new LiveSocket(session, guest, events, json);
    open.put(session.getId(), socket);
    sockets.add(socket);
    Thread.startVirtualThread(socket);
  }

  private void dropIfSlow(WebSocketSession session) {
    if (session instanceof NativeWebSocketSession outer
        && outer.getNativeSession() instanceof Session tomcat) {
      Map<String, Object> properties = tomcat.getUserProperties();
      properties.put(TOMCAT + "BLOCKING_SEND_TIMEOUT", sendTimeout.toMillis());
      // by default 50 ms: on a slow line clients would not learn why
      properties.put(TOMCAT + "ABNORMAL_SESSION_CLOSE_SEND_TIMEOUT", CLOSE_TIMEOUT.toMillis());
    }
  }

  @Override
  public void handleTextMessage(WebSocketSession session, TextMessage message) {
    LiveSocket socket = open.get(session.getId());
    if (socket == null) {
      return;
    }
    socket.heard();
    if (!paces.computeIfAbsent(session.getId(), id -> new Pace()).allows()) {
      socket.close(CloseStatus.POLICY_VIOLATION.withReason("too many frames"));
      return;
    }
    try {
      take(socket, json.readTree(message.getPayload()));
    } catch (JacksonException | IllegalArgumentException malformed) {
      socket.close(CloseStatus.BAD_DATA.withReason("a frame that cannot be read"));
    }
  }

  private void take(LiveSocket socket, JsonNode frame) {
    String type = frame.path("type").asString("");
    switch (type) {
      case "ping" ->
          socket.tell(
              new Event(
                  null, "pong", json.writeValueAsString(new Pong()), System.currentTimeMillis()));
      case "watch" -> socket.watch(photoIn(frame));
      default -> {
        LiveFrames taker = frames.get(type);
        if (taker == null) {
          throw new IllegalArgumentException("no such type");
        }
        taker.take(socket.viewer(), frame);
      }
    }
  }

  private static @Nullable String photoIn(JsonNode frame) {
    String photo = frame.path("photo_id").asString("");
    return photo.isEmpty() ? null : photo;
  }

  @Override
  protected void handlePongMessage(WebSocketSession session, PongMessage message) {
    LiveSocket socket = open.get(session.getId());
    if (socket != null) {
      socket.heard();
    }
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    paces.remove(session.getId());
    LiveSocket socket = open.remove(session.getId());
    if (socket != null) {
      sockets.remove(socket);
      socket.wake(); // ends its thread, since the session is closed
    }
  }

  /// Counts the frames of the current second.
  private static final class Pace {
    private long second;
    private int frames;

    synchronized boolean allows() {
      long now = System.nanoTime() / 1_000_000_000;
      frames = now == second ? frames + 1 : 1;
      second = now;
      return frames <= MAX_FRAMES_PER_SECOND;
    }
  }
}
