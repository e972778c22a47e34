package lumina.live.bus;

import lumina.storage.WithoutRedis;
import org.springframework.stereotype.Component;

/// Delivers signals within this process, which is the only instance.
@Component
@WithoutRedis
class LocalClusterBus implements ClusterBus {
  private final ClusterListener here;

  LocalClusterBus(ClusterListener here) {
    this.here = here;
  }

  @Override
  public void send(ClusterSignal signal) {
    here.receive(signal);
  }
}
