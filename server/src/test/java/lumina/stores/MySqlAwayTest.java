package lumina.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lumina.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Without MySQL nobody can be authenticated; every request gets a quick 503.
@Tag("cloud")
@Timeout(180)
@ResourceLock(FragileLumina.NAME)
class MySqlAwayTest {
  /// A running statement waits ten seconds for its socket, and the next one waits for a connection.
  private static final Duration BOUND = Duration.ofSeconds(15);

  private final FragileLumina lumina = FragileLumina.shared();
  private final Person ann = lumina.stranger().signUp();

  @AfterEach
  void mend() {
    lumina.mend();
  }

  @ParameterizedTest
  @EnumSource
  void requests_are_answered_and_work_again_when_it_is_back(Outage outage) {
    outage.of(lumina.mySql);
    Map<String, String> keys = Map.of("username", ann.name(), "password", Person.PASSWORD);
    AtOnce.run(
        () -> Outage.isSaid(BOUND, () -> ann.get("/api/auth/me")),
        () -> Outage.isSaid(BOUND, () -> lumina.stranger().post("/api/auth/login", keys)),
        () -> Outage.isSaid(BOUND, () -> ann.put("/api/photos/" + "0".repeat(32) + "/like")));
    Outage.isSeen("database", ann);
    lumina.stranger().get("/api/auth/me").expect(401);
    lumina.mySql.mend();
    await().until(() -> ann.get("/api/auth/me").status() == 200);
    ann.get("/api/photos/" + ann.uploadPhoto()).expect(200);
    lumina.stranger().post("/api/auth/login", keys).expect(200);
  }

  @ParameterizedTest
  @EnumSource
  void more_requests_than_there_are_connections_are_all_answered(Outage outage) throws Exception {
    outage.of(lumina.mySql);
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        all.add(people.submit(() -> Outage.isSaid(BOUND, () -> ann.get("/api/auth/me"))));
      }
      for (Future<?> one : all) {
        assertThat(one.get()).isNull();
      }
    }
  }
}
