package lumina.transfer;

import java.util.HashMap;
import java.util.Map;
import lumina.Person;
import lumina.cli.CommandProcess;
import lumina.process.LuminaProcess;

/// A server in a process of its own.
record Served(LuminaProcess process, String address) implements AutoCloseable {
  /// @param environment the settings
  static Served on(Map<String, String> environment) {
    LuminaProcess process = start(environment);
    return new Served(process, process.address());
  }

  /// Waits until the server logs its address or refuses to start.
  static LuminaProcess start(Map<String, String> environment) {
    Map<String, String> settings = new HashMap<>(environment);
    settings.put("PORT", "0");
    return CommandProcess.start(settings).untilReady();
  }

  Person stranger() {
    return Person.stranger(address);
  }

  /// A person who has signed in on another server of the same Lumina.
  Person again(Person person) {
    return new Person(address, person.name(), person.id(), person.cookie());
  }

  @Override
  public void close() {
    process.stop();
  }
}
