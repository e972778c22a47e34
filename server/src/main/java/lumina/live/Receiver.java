package lumina.live;

/// Takes in signals, from this instance and from others.
interface Receiver {
  /// Returns at once.
  void receive(Signal signal);
}
