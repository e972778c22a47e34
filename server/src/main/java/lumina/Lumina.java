package lumina;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the server.
@SpringBootApplication(proxyBeanMethods = false)
public class Lumina {
  public static void main(String[] args) {
    // SQLite's native calls hold their carrier thread: with one carrier a core, two slow queries
    // would stop everyone.
    System.setProperty("jdk.virtualThreadScheduler.parallelism", "16");
    SpringApplication.run(Lumina.class, args);
  }
}
