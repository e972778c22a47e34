package lumina.storage;

/// A store does not answer as it should, which may pass: it may be starting.
public class StoreUnresponsive extends StartRefused {
  public StoreUnresponsive(String sentence) {
    super(sentence);
  }
}
