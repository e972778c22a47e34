package lumina.cli;

import lumina.Lumina;
import org.springframework.boot.SpringApplication;

/// Starts the server, or runs a command.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    if (Commands.named(args)) {
      System.exit(new Commands(System.out, System.err, Lumina::application).run(args));
    }
    SpringApplication application = Lumina.application();
    application.addListeners(new PreparedBeans());
    application.run(args);
  }
}
