package lumina.cli;

import java.util.HashMap;
import java.util.Map;
import lumina.Person;
import org.springframework.context.ConfigurableApplicationContext;

/// A server in this JVM, where it starts much sooner than in a process of its own.
public record Served(ConfigurableApplicationContext server, String address)
    implements AutoCloseable {
  /// @param environment the settings
  public static Served on(Map<String, String> environment) {
    Map<String, String> settings = new HashMap<>(environment);
    settings.put("PORT", "0");
    ConfigurableApplicationContext server = CommandRun.application(settings).run();
    String port = server.getEnvironment().getRequiredProperty("local.server.port");
    return new Served(server, "http://localhost:" + port);
  }

  public Person stranger() {
    return Person.stranger(address);
  }

  /// A person who has signed in on another server of the same Lumina.
  public Person again(Person person) {
    return new Person(address, person.name(), person.id(), person.cookie());
  }

  @Override
  public void close() {
    server.close();
  }
}
