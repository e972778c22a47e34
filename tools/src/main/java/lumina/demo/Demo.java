package lumina.demo;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Fills an empty Lumina with the demo while requests are served already, so that the start stays
/// quick; then lets its people go on.
@Component
@ConditionalOnProperty("lumina.demo-photos")
class Demo implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Demo.class);
  private final ExecutorService stage =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("demo").factory());
  private final Script script = Script.read();
  private final String password;
  private final DemoPeople people;
  private final DemoPast past;
  private final DemoActs acts;

  /// @param password of everybody; if empty, that of the script
  Demo(
      @Value("${lumina.demo-password}") String password,
      DemoPeople people,
      DemoPast past,
      DemoActs acts) {
    this.password = password.isEmpty() ? script.password() : password;
    this.people = people;
    this.past = past;
    this.acts = acts;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    if (people.anybody()) {
      sayHowToLogIn(
          "The demo was not added, because there are accounts already. If they are of the demo,");
      acts.begin();
    } else {
      stage.execute(this::fill);
    }
  }

  private void fill() {
    try {
      past.play(password);
      sayHowToLogIn("The demo is ready:");
      acts.begin();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | RuntimeException failed) {
      log.error("The demo is incomplete", failed);
    }
  }

  /// Logs this last, since whoever started the demo reads the end of the log.
  private void sayHowToLogIn(String outcome) {
    log.info(
        "{} log in as {} with the password: {}",
        outcome,
        script.people().getFirst().username(),
        password);
  }

  @Override
  public void close() {
    stage.shutdownNow();
  }
}
