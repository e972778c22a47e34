package lumina.cli;

import java.io.PrintStream;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import lumina.command.Command;
import lumina.command.CommandRefused;
import lumina.command.Offline;
import lumina.storage.StartRefused;
import lumina.storage.sqlite.DamagedDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/// Runs commands of the command line.
///
/// @param err for refusals, and for the usage after invalid arguments
/// @param application whose beans the commands are
record Commands(PrintStream out, PrintStream err, Supplier<SpringApplication> application) {
  private static final int REFUSED = 1;
  private static final int USAGE_ERROR = 2;
  private static final Set<String> HELP = Set.of("help", "--help", "-h");

  /// Whether these arguments name a command or ask for help, rather than start the server.
  static boolean named(String... arguments) {
    return arguments.length > 0 && (!arguments[0].startsWith("--") || HELP.contains(arguments[0]));
  }

  /// @return the exit code: 1 if the command refuses or fails, 2 for invalid arguments
  int run(String... arguments) {
    if (HELP.contains(arguments[0])) {
      out.print(CommandLine.USAGE);
      return 0;
    }
    Optional<CommandLine> line = CommandLine.of(arguments);
    if (line.isEmpty()) {
      err.print(CommandLine.USAGE);
      return USAGE_ERROR;
    }
    return run(line.get());
  }

  private int run(CommandLine line) {
    try (ConfigurableApplicationContext context = new Offline(application).open(line.settings())) {
      return command(line.name(), context).run(line.arguments());
    } catch (RuntimeException failed) {
      sentence(failed).ifPresentOrElse(err::println, () -> failed.printStackTrace(err));
      return REFUSED;
    }
  }

  private static Command command(String name, ConfigurableApplicationContext context) {
    if (!context.containsBean(name)) {
      throw new CommandRefused(
          "This backend has no command %s: check STORAGE_BACKEND.".formatted(name));
    }
    return context.getBean(name, Command.class);
  }

  private static Optional<String> sentence(RuntimeException failed) {
    Throwable root = NestedExceptionUtils.getMostSpecificCause(failed);
    return root instanceof StartRefused || root instanceof CommandRefused
        ? Optional.of(String.valueOf(root.getMessage()))
        : DamagedDatabase.sentence(root);
  }
}
