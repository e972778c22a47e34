package lumina.live.bus;

class LocalClusterBusTest extends ClusterBusContract {
  @Override
  ClusterBus relay() {
    return new LocalClusterBus(here::add);
  }
}
