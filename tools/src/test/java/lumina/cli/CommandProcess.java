package lumina.cli;

import java.util.Map;
import lumina.process.LuminaProcess;

/// A command in a process of its own, or a server if there are no arguments.
public final class CommandProcess {
  private CommandProcess() {}

  /// @param environment the settings
  public static LuminaProcess start(Map<String, String> environment, String... words) {
    return LuminaProcess.start(Main.class, environment, words);
  }
}
