package lumina;

import lumina.command.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the server, or runs a command.
@SpringBootApplication(proxyBeanMethods = false)
public class Lumina {
  public static void main(String[] args) {
    // SQLite's native calls pin their carrier thread: with one carrier per core, two slow queries
    // would block everyone.
    System.setProperty("jdk.virtualThreadScheduler.parallelism", "16");
    if (Commands.named(args)) {
      System.exit(new Commands(Lumina.class, System.out, System.err).run(args));
    }
    SpringApplication.run(Lumina.class, args);
  }
}
