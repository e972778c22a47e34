package lumina;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the server.
@SpringBootApplication(proxyBeanMethods = false)
public class Lumina {
  /// Carriers besides one for each core. A native call of SQLite keeps its carrier, and two
  /// transactions at a time are common; while there are more, [lumina.storage.sqlite] adds some.
  private static final int NATIVE_CALLS = 2;

  public static void main(String[] args) {
    application().run(args);
  }

  /// The application, not yet started.
  public static SpringApplication application() {
    int carriers = Runtime.getRuntime().availableProcessors() + NATIVE_CALLS;
    System.setProperty("jdk.virtualThreadScheduler.parallelism", String.valueOf(carriers));
    SpringApplication application = new SpringApplication(Lumina.class);
    application.setMainApplicationClass(Lumina.class);
    return application;
  }
}
