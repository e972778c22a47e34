package lumina.live;

import java.util.List;
import lumina.account.Viewer;
import lumina.http.Limit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/// The two ways to listen: a socket at `/api/ws`, and asking now and then at `/api/events` where
/// sockets are blocked.
@Configuration
@EnableWebSocket
@EnableScheduling
class Live implements WebSocketConfigurer {
  private final LiveHandler handler;

  Live(LiveHandler handler) {
    this.handler = handler;
  }

  /// Only from pages of this very address, which Spring checks by `Origin`.
  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    registry.addHandler(handler, "/api/ws").addInterceptors(new LiveHandshake());
  }

  @RestController
  static class EventController {
    private final EventLog events;

    EventController(EventLog events) {
      this.events = events;
    }

    /// Without `after`, the newest id alone: where to begin.
    record Missed(long lastId, List<Event> events) {}

    @GetMapping("/api/events")
    Missed after(
        Viewer viewer, @RequestParam @Nullable Long after, @RequestParam @Nullable Integer limit) {
      if (after == null) {
        return new Missed(events.last(), List.of());
      }
      List<Event> missed = events.after(viewer.userId(), after, Limit.of(limit));
      Long newest = missed.isEmpty() ? null : missed.getLast().id();
      return new Missed(newest == null ? after : newest, missed);
    }
  }
}
