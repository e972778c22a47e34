package lumina.live;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/// Opens `/api/ws`, and lets scheduled work run. Commands do neither.
@Configuration
@ConditionalOnWebApplication
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
}
