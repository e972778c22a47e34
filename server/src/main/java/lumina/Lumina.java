package lumina;

import lumina.command.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the server, or runs a command.
@SpringBootApplication(proxyBeanMethods = false)
public class Lumina {
  public static void main(String[] args) {
    // SQLite's native calls hold their carrier thread: with one carrier a core, two slow queries
    // would stop everyone.
    System.setProperty("jdk.virtualThreadScheduler.parallelism", "16");
    if (Commands.named(args)) {
      System.exit(new Commands(Lumina.class, System.out, System.err).run(args));
    }
    SpringApplication.run(Lumina.class, args);
  }
}
