package lumina.command;

import java.util.List;

/// What Lumina does when it is asked for by name on the command line, instead of serving. The bean
/// is called as the command.
///
/// It runs in an application without a web server, in which nothing is scheduled, and beans are
/// made when they are asked for. The image engine is not started.
public interface Command {
  /// @param arguments the words after its name, which [CommandLine] has found to make sense
  /// @return the exit code: 0 when all is done and well
  /// @throws CommandRefused if it will not do it
  int run(List<String> arguments);
}
