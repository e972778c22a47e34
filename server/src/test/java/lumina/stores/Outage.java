package lumina.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.function.Supplier;
import lumina.Answer;
import lumina.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The ways in which a store can be unavailable, and the expected responses.
public enum Outage {
  REFUSING,
  HANGING;

  private static final Logger log = LoggerFactory.getLogger(Outage.class);

  public void of(Faults store) {
    switch (this) {
      case REFUSING -> store.refuse();
      case HANGING -> store.hang();
    }
  }

  /// Asserts that the response comes in time, asks to try again, and reveals no internals.
  public static void isSaid(Duration inTime, Supplier<Answer> question) {
    long start = System.nanoTime();
    Answer answer = question.get().expectProblem(503, "store_unavailable");
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    log.info("503 after {} ms: {}", took.toMillis(), answer.response().request().uri().getPath());
    assertThat(took).isLessThan(inTime);
    assertThat(answer.header("Retry-After")).matches("[1-9]\\d*");
    assertThat(answer.text()).doesNotContain("Exception", "\tat ", "amazon", "java");
  }

  /// Asserts that the health endpoint soon names this store and no other, while liveness is up.
  public static void isSeen(String store, Person anybody) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              Answer health = anybody.get("/api/health").expectProblem(503, "store_down");
              assertThat(health.header("Retry-After")).isNotNull();
              assertThat(health.json().get("message").asString()).endsWith(": " + store + ".");
            });
    anybody.get("/api/health/live").expect(200);
  }
}
