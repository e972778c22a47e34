package lumina.command;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/// Opens the application without serving: no web server, nothing scheduled, and beans are made when
/// they are asked for.
public final class Offline {
  /// What goes wrong is printed by [Commands]: refusals as one sentence.
  private static final Map<String, String> QUIET =
      Map.of(
          "logging.level.org.springframework.boot.SpringApplication",
          "off",
          "logging.level.org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter",
          "off",
          "logging.level.com.zaxxer.hikari.pool.HikariPool",
          "error",
          "logging.level.org.springframework.context.annotation.AnnotationConfigApplicationContext",
          "error");

  private final Class<?> application;

  Offline(Class<?> application) {
    this.application = application;
  }

  /// @param settings more important than the environment
  public ConfigurableApplicationContext open(Map<String, String> settings) {
    SpringApplication spring = new SpringApplication(application);
    spring.setWebApplicationType(WebApplicationType.NONE);
    spring.setLazyInitialization(true);
    spring.setLogStartupInfo(false);
    spring.addInitializers(context -> context.getBeanFactory().registerSingleton("offline", this));
    Map<String, String> all = new HashMap<>(QUIET);
    all.putAll(settings);
    return spring.run(
        all.entrySet().stream()
            .map(setting -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
            .toArray(String[]::new));
  }
}
