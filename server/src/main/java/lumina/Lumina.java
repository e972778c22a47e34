package lumina;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the server.
@SpringBootApplication(proxyBeanMethods = false)
public class Lumina {
  public static void main(String[] args) {
    application().run(args);
  }

  /// The application, not yet started.
  public static SpringApplication application() {
    // SQLite's native calls pin their carrier thread: with one carrier per core, two slow queries
    // would block everyone.
    System.setProperty("jdk.virtualThreadScheduler.parallelism", "16");
    SpringApplication application = new SpringApplication(Lumina.class);
    application.setMainApplicationClass(Lumina.class);
    return application;
  }
}
