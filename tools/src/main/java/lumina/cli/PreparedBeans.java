package lumina.cli;

import lumina.storage.ReadOnlyDisk;
import org.springframework.aot.AotDetector;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/// Starts with the beans that the build has found (Spring's AOT processing) instead of looking for
/// them in all classes. These are the beans of a server on the local backend without Redis; with
/// other settings, for commands and in tests, Spring looks for them (docs/decisions/0027).
final class PreparedBeans implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {
  private static final String GENERATED = "lumina.Lumina__ApplicationContextInitializer";

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    if (SpringProperties.getProperty(AotDetector.AOT_ENABLED) == null
        && fit(event.getEnvironment())
        && ClassUtils.isPresent(GENERATED, null)) {
      SpringProperties.setFlag(AotDetector.AOT_ENABLED);
    }
  }

  private static boolean fit(Environment environment) {
    return environment.getProperty("storage.backend", "").equals("local")
        && environment.getProperty("lumina.redis-url", "").isEmpty()
        && !environment.containsProperty("lumina.demo-photos")
        && !ReadOnlyDisk.isFound(environment);
  }
}
