package lumina.live.bus;

/// Sends signals to the sockets of this instance and of all others.
public interface ClusterBus {
  /// Returns at once; never fails.
  void send(ClusterSignal signal);
}
