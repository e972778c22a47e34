package lumina.live;

/// Carries signals to the sockets of this instance and of all others.
interface Relay {
  /// Returns at once; never fails.
  void send(Signal signal);
}
