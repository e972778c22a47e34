package lumina.live;

class LocalRelayTest extends RelayContract {
  @Override
  Relay relay() {
    return new LocalRelay(here::add);
  }
}
