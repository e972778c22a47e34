package lumina.command;

/// A command will not do what it was asked for; the message is one sentence that says what to do.
public class CommandRefused extends RuntimeException {
  public CommandRefused(String sentence) {
    super(sentence);
  }
}
