package lumina.live;

import lumina.backend.WithoutRedis;
import org.springframework.stereotype.Component;

/// There is no other instance.
@Component
@WithoutRedis
class LocalRelay implements Relay {
  private final Receiver here;

  LocalRelay(Receiver here) {
    this.here = here;
  }

  @Override
  public void send(Signal signal) {
    here.receive(signal);
  }
}
