package lumina.command;

import java.util.List;

/// A command that runs instead of the server. Its bean name is its name on the command line.
///
/// It runs in an application without a web server, scheduled tasks or the image engine; beans are
/// created lazily.
public interface Command {
  /// @param arguments those after the name, already validated
  /// @return the exit code: 0 for success
  /// @throws CommandRefused if the command refuses to run
  int run(List<String> arguments);
}
