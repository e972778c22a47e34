package lumina.live;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/// Opens `/api/ws`, except in a command.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableWebSocket
class Live implements WebSocketConfigurer {
  private final LiveHandler handler;
  private final LiveHandshake door;

  Live(
      LiveHandler handler,
      Sockets sockets,
      @Value("${lumina.sockets-an-account}") int socketsAnAccount) {
    this.handler = handler;
    this.door = new LiveHandshake(sockets, socketsAnAccount);
  }

  /// Accepts only pages of this address; Spring checks the `Origin`.
  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    registry.addHandler(handler, "/api/ws").addInterceptors(door);
  }
}
