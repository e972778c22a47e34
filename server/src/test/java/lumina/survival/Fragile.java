package lumina.survival;

import java.util.Map;

/// A running Lumina, and what can be taken away from it.
public interface Fragile {
  /// The address of the server.
  String address();

  /// Those of the server.
  Map<String, String> settings();

  /// What can happen to it, by name.
  Map<String, Runnable> faults();

  /// Ends what happened, and waits until the server has recovered.
  void mend();
}
