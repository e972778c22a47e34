package lumina.backend;

/// A store does not answer as it should, which may pass: it may be starting.
class StoreSilent extends StartRefused {
  StoreSilent(String sentence) {
    super(sentence);
  }
}
