package lumina.command;

/// Thrown if a command refuses to run; the message is one sentence that says what to do.
public class CommandRefused extends RuntimeException {
  public CommandRefused(String sentence) {
    super(sentence);
  }
}
