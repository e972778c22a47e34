package lumina.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import lumina.Person;
import lumina.stores.FragileLumina;
import lumina.stores.Outage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Without Redis everything works; only events from other instances arrive a little later.
@Tag("cloud")
@Timeout(300)
@ResourceLock(FragileLumina.NAME)
class RedisAwayTest {
  private static final Logger log = LoggerFactory.getLogger(RedisAwayTest.class);
  private static final Duration AT_ONCE = Duration.ofSeconds(2);

  /// Sockets poll every two and a half seconds.
  private static final Duration A_LITTLE_LATER = Duration.ofMillis(3_500);

  private final FragileLumina lumina = FragileLumina.shared();
  private final Person ann = lumina.stranger().signUp();
  private final Person bob = lumina.stranger().signUp();

  /// How long this machine needs for a message while nothing is wrong.
  private Duration usual = Duration.ZERO;

  @AfterEach
  void mend() {
    lumina.mend();
  }

  @ParameterizedTest
  @EnumSource
  void all_goes_on_without_it(Outage outage) {
    ann.befriend(bob);
    try (Listener socket = Listener.of(ann)) {
      usual = took(() -> isTold(socket));
      outage.of(lumina.redis);
      within(AT_ONCE, "message, just after", () -> isTold(socket));
      await().until(() -> ann.get("/api/health").expect(200).text().contains("\"redis\":\"down\""));
      assertThat(ann.get("/api/health").text()).contains("\"status\":\"degraded\"");
      ann.get("/api/health/live").expect(200);
      within(AT_ONCE, "message, away for a while", () -> isTold(socket));
      within(A_LITTLE_LATER, "news of another instance", () -> isToldOfElsewhere(socket));
      Map<String, String> keys = Map.of("username", ann.name(), "password", Person.PASSWORD);
      within(
          Duration.ofSeconds(5),
          "log-in",
          () -> lumina.stranger().post("/api/auth/login", keys).expect(200));
      ann.get("/api/photos/" + ann.uploadPhoto()).expect(200);
      lumina.mend();
      within(AT_ONCE, "message, back again", () -> isTold(socket));
    }
  }

  private void within(Duration bound, String what, Runnable deed) {
    Duration took = took(deed);
    log.info("{}: {} ms", what, took.toMillis());
    assertThat(took).as(what).isLessThan(bound.plus(usual.multipliedBy(10)));
  }

  private static Duration took(Runnable deed) {
    long start = System.nanoTime();
    deed.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private void isTold(Listener socket) {
    bob.post("/api/messages", Map.of("to_user_id", ann.id(), "text", "hi")).expect(201);
    socket.next("message");
  }

  /// Plays another instance: writes to the same log, and its signal is lost.
  private void isToldOfElsewhere(Listener socket) {
    lumina
        .get(EventLog.class)
        .write(List.of(new Announcement(List.of(ann.id()), "photo_removed", "{}", null)));
    socket.next("photo_removed");
  }
}
