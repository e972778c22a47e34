package lumina.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import lumina.Person;
import lumina.ServerTest;
import lumina.http.problem.Problem;
import lumina.storage.StoreCheck;
import lumina.storage.place.PlaceId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class HealthControllerTest {
  @LocalServerPort private int port;
  @Autowired private ApplicationAvailability availability;
  @Autowired private PlaceId place;
  @Autowired private JdbcClient sql;

  @FunctionalInterface
  private interface Question {
    void ask() throws Exception;
  }

  private record Check(String name, boolean needed, Question question) implements StoreCheck {
    @Override
    public void check() throws Exception {
      question.ask();
    }
  }

  private HealthController health(StoreCheck... checks) {
    return new HealthController(new StoreHealth(List.of(checks)), place, availability);
  }

  private static void fails() {
    throw new IllegalStateException("no route to host");
  }

  @Test
  void anybody_may_ask() {
    Person stranger = Person.stranger(port);
    assertThat(stranger.get("/api/health").expect(200).text())
        .contains("\"status\":\"ok\"")
        .contains("\"database\":\"ok\"")
        .containsPattern("\"version\":\"\\d+\\.\\d+\\.\\d+(-dev(\\+[0-9a-f]+)?)?\"");
    stranger.get("/api/health/live").expect(200);
  }

  @Test
  void it_names_the_place_to_which_database_and_files_belong() {
    String id = sql.sql("SELECT place_id FROM place").query(String.class).single();
    assertThat(Person.stranger(port).get("/api/health").json().get("place_id").asString())
        .isEqualTo(id);
  }

  @Test
  void a_store_that_is_needed_is_named_when_it_is_down() {
    HealthController health =
        health(
            new Check("database", true, () -> {}),
            new Check("images", true, HealthControllerTest::fails),
            new Check("redis", false, HealthControllerTest::fails));
    assertThatThrownBy(health::getHealth)
        .isInstanceOfSatisfying(
            Problem.Unavailable.class,
            problem -> {
              assertThat(problem.code()).isEqualTo("store_down");
              assertThat(problem.sentence()).contains("images").doesNotContain("database", "redis");
              assertThat(problem.retryAfter()).isPositive();
            });
  }

  @Test
  void without_what_is_not_needed_it_is_degraded() {
    HealthController.HealthReport answer =
        health(
                new Check("database", true, () -> {}),
                new Check("redis", false, HealthControllerTest::fails))
            .getHealth();
    assertThat(answer.status()).isEqualTo(HealthController.Status.DEGRADED);
    assertThat(answer.stores())
        .containsEntry("database", HealthController.Status.OK)
        .containsEntry("redis", HealthController.Status.DOWN);
  }

  /// One after the other they would take half a minute.
  @Test
  void stores_that_hang_are_down_and_waited_for_together() {
    CountDownLatch never = new CountDownLatch(1);
    long start = System.nanoTime();
    HealthController health =
        health(
            IntStream.range(0, 15)
                .mapToObj(store -> new Check("store " + store, true, never::await))
                .toArray(StoreCheck[]::new));
    assertThatThrownBy(health::getHealth).hasMessageContaining("store 0, store 1");
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(20));
  }

  @Test
  void asking_often_asks_the_stores_once() {
    AtomicInteger asked = new AtomicInteger();
    HealthController health = health(new Check("database", true, asked::incrementAndGet));
    for (int i = 0; i < 20; i++) {
      health.getHealth();
    }
    assertThat(asked).hasValueLessThanOrEqualTo(2);
  }
}
