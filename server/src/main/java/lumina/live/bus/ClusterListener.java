package lumina.live.bus;

/// Receives signals from this instance and from others.
public interface ClusterListener {
  /// Returns at once.
  void receive(ClusterSignal signal);
}
