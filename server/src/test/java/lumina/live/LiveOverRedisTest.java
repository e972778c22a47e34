package lumina.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import lumina.Person;
import lumina.ServerTest;
import lumina.live.bus.ClusterSignal;
import lumina.live.bus.RedisClusterBus;
import lumina.storage.redis.RedisConnection;
import lumina.stores.Redis;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A server with Redis; a second cluster bus plays another instance.
@Tag("cloud")
@ServerTest
@Timeout(300)
class LiveOverRedisTest {
  private static final Redis REDIS = Redis.start();

  @LocalServerPort private int port;
  @Autowired private EventLog log;
  @Autowired private Heartbeat heartbeat;
  @Autowired private JdbcClient sql;
  @Autowired private ApplicationContext context;

  @AutoClose private final RedisConnection elsewhere = new RedisConnection(REDIS.url());
  @AutoClose private final RedisClusterBus other = new RedisClusterBus(elsewhere, signal -> {});
  private Person ann = Person.stranger(0);

  @DynamicPropertySource
  static void redis(DynamicPropertyRegistry registry) {
    registry.add("lumina.redis-url", REDIS::url);
  }

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
  }

  private ClusterSignal typing() {
    return new ClusterSignal.Whisper(ann.id(), "typing", "{\"user_id\":1}", 1);
  }

  private void happensElsewhere(String type) {
    log.write(List.of(new Announcement(List.of(ann.id()), type, "{\"id\":1}", null)));
  }

  @Test
  void what_happens_at_another_instance_arrives_once() {
    try (Listener socket = Listener.of(ann)) {
      happensElsewhere("friend_request_removed");
      other.send(new ClusterSignal.Wake(List.of(ann.id())));
      other.send(new ClusterSignal.Wake(List.of(ann.id())));
      assertThat(socket.nextOfAny().get("type").asString()).isEqualTo("friend_request_removed");
      other.send(typing());
      assertThat(socket.nextOfAny().get("type").asString()).isEqualTo("typing");
    }
  }

  @Test
  void logging_out_at_another_instance_closes_the_socket() {
    String hash = sessionOf(ann);
    try (Listener socket = Listener.of(ann)) {
      other.send(new ClusterSignal.EndSession(hash));
      assertThat(socket.closeCode()).isEqualTo(4401);
    }
  }

  @Test
  void a_session_that_ended_unheard_is_found_at_the_next_heartbeat() {
    Person bob = Person.signUp(port);
    try (Listener socket = Listener.of(ann);
        Listener bobs = Listener.of(bob)) {
      sql.sql("DELETE FROM sessions WHERE token_hash = :hash")
          .param("hash", sessionOf(ann))
          .update();
      heartbeat.beat();
      assertThat(socket.closeCode()).isEqualTo(4401);
      bobs.send("{\"type\":\"ping\"}");
      bobs.next("pong");
    }
  }

  private String sessionOf(Person person) {
    return sql.sql("SELECT token_hash FROM sessions WHERE user_id = :id")
        .param("id", person.id())
        .query(String.class)
        .single();
  }

  @Test
  void without_redis_all_goes_on_and_news_from_elsewhere_come_a_little_later() {
    Person bob = Person.signUp(port);
    ann.befriend(bob);
    try (Listener socket = Listener.of(ann)) {
      REDIS.stop();
      try {
        bob.post("/api/messages", Map.of("to_user_id", ann.id(), "text", "hi")).expect(201);
        socket.next("message");
        happensElsewhere("friend_request_removed");
        socket.next("friend_request_removed");
        await().until(() -> health().contains("\"redis\":\"down\""));
        assertThat(health()).contains("\"status\":\"degraded\"", "\"database\":\"ok\"");
        Person.signUp(port);
      } finally {
        REDIS.startAgain();
      }
      await().until(() -> health().contains("\"redis\":\"ok\""));
      await().until(elsewhere::isUp);
      other.send(typing());
      socket.next("typing");
    }
  }

  private String health() {
    return Person.stranger(port).get("/api/health").expect(200).text();
  }

  @Test
  void who_is_here_when_it_stops_is_sent_elsewhere_at_once() {
    Person stranger = Person.stranger(port);
    try (Listener socket = Listener.of(ann)) {
      AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
      assertThat(socket.closeCode()).isEqualTo(1012);
      stranger.get("/api/health/live").expectProblem(503, "not_serving");
    } finally {
      AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
    }
    stranger.get("/api/health/live").expect(200);
  }
}
