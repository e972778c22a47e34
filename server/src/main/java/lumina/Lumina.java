package lumina;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the server.
@SpringBootApplication(proxyBeanMethods = false)
public class Lumina {
  /// SQLite's four readers and its writer ([lumina.storage.sqlite]): as many virtual threads can be
  /// in native calls at a time.
  private static final int NATIVE_CALLS = 5;

  public static void main(String[] args) {
    application().run(args);
  }

  /// The application, not yet started.
  public static SpringApplication application() {
    // Native calls keep their carrier thread: whatever they do, there is one left for each core.
    int carriers = Runtime.getRuntime().availableProcessors() + NATIVE_CALLS;
    System.setProperty("jdk.virtualThreadScheduler.parallelism", String.valueOf(carriers));
    SpringApplication application = new SpringApplication(Lumina.class);
    application.setMainApplicationClass(Lumina.class);
    return application;
  }
}
