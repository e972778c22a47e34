package lumina.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import lumina.Lumina;
import lumina.stores.CloudStores;
import org.springframework.boot.SpringApplication;

/// A command that has run to its end in this JVM, where it starts much sooner than in a process of
/// its own.
///
/// @param said what it printed and logged
public record CommandRun(int exitCode, String said) {
  /// @param environment the settings
  public static CommandRun of(Map<String, String> environment, String... words) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = System.out;
    PrintStream err = System.err;
    try (PrintStream both = new PrintStream(said, true, UTF_8)) {
      System.setOut(both);
      System.setErr(both);
      int code = new Commands(both, both, () -> application(environment)).run(words);
      return new CommandRun(code, said.toString(UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  public static SpringApplication application(Map<String, String> environment) {
    if (environment.containsKey("AWS_ENDPOINT_URL_S3")) {
      CloudStores.announce();
    }
    SpringApplication application = Lumina.application();
    application.setDefaultProperties(Map.copyOf(environment));
    return application;
  }
}
