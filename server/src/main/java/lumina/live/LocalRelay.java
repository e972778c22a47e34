package lumina.live;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// There is no other instance.
@Component
@ConditionalOnProperty(name = "lumina.redis-url", havingValue = "", matchIfMissing = true)
class LocalRelay implements Relay {
  private final Sockets sockets;

  LocalRelay(Sockets sockets) {
    this.sockets = sockets;
  }

  @Override
  public void send(Signal signal) {
    sockets.receive(signal);
  }
}
