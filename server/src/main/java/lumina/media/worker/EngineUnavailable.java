package lumina.media.worker;

/// Says that no image can be read now: the engine did not load, its workers do not start, or the
/// queue is full.
public final class EngineUnavailable extends RuntimeException {
  public EngineUnavailable(String sentence) {
    super(sentence);
  }

  public EngineUnavailable(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
