package lumina.transfer;

/// Lets a backend take in what refers to something that comes later.
public interface DeferredReferences {
  void allow();
}
