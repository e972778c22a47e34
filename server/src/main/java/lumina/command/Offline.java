package lumina.command;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/// Starts the application without a web server and scheduled tasks; beans are created lazily.
public final class Offline {
  /// The caller prints errors itself: refusals as one sentence.
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

  private final Supplier<SpringApplication> application;

  public Offline(Supplier<SpringApplication> application) {
    this.application = application;
  }

  /// @param settings override the environment
  public ConfigurableApplicationContext open(Map<String, String> settings) {
    SpringApplication spring = application.get();
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
