package lumina.cli;

import java.util.Map;
import java.util.function.IntSupplier;
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
    return of(
        () -> new Commands(System.out, System.err, () -> application(environment)).run(words));
  }

  /// @param command returns its exit code
  public static CommandRun of(IntSupplier command) {
    return Printed.by(command);
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
