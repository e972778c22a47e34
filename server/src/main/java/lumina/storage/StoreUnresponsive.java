package lumina.storage;

/// Says that a store does not answer properly, which may be temporary: it may be starting.
public class StoreUnresponsive extends StartRefused {
  public StoreUnresponsive(String sentence) {
    super(sentence);
  }
}
