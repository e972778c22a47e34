package lumina.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import lumina.Person;
import lumina.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServerTest
@Timeout(180)
class LiveTest {
  private static final int WRITERS = 4;

  @LocalServerPort private int port;
  @Autowired private Sockets sockets;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);

  @BeforeEach
  void befriend() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
    ann.befriend(bob);
  }

  private static void write(Person from, Person to, String text) {
    from.post("/api/messages", Map.of("to_user_id", to.id(), "text", text)).expect(201);
  }

  @Test
  void what_happens_is_told_to_whom_it_concerns() {
    try (Listener socket = Listener.of(ann)) {
      write(bob, ann, "live!");
      JsonNode message = socket.next("message").get("data");
      assertThat(message.get("text").asString()).isEqualTo("live!");
      assertThat(message.get("from_user_id").asLong()).isEqualTo(bob.id());

      String photo = bob.uploadPhoto("audience", "friends");
      assertThat(socket.next("photo_posted").get("data").get("photo_id").asString())
          .isEqualTo(photo);

      String mine = ann.uploadPhoto();
      bob.put("/api/photos/" + mine + "/like").expect(200);
      assertThat(socket.next("photo_liked").get("data").get("likes").asInt()).isEqualTo(1);
      bob.post("/api/photos/" + mine + "/comments", Map.of("text", "nice")).expect(201);
      JsonNode said = socket.next("photo_commented").get("data").get("comment");
      assertThat(said.get("text").asString()).isEqualTo("nice");

      bob.delete("/api/photos/" + photo).expect(200);
      socket.next("photo_removed", photo);
      bob.post("/api/messages/read", Map.of("user_id", ann.id())).expect(200);
    }
  }

  @Test
  void friends_learn_that_a_photo_is_out_of_the_trash_again() {
    String photo = bob.uploadPhoto("audience", "friends");
    bob.post("/api/photos/" + photo + "/trash").expect(200);
    try (Listener friend = Listener.of(ann);
        Listener owner = Listener.of(bob)) {
      bob.post("/api/photos/" + photo + "/restore").expect(200);
      for (Listener socket : List.of(friend, owner)) {
        JsonNode news = socket.next("photo_posted").get("data");
        assertThat(news.get("photo_id").asString()).isEqualTo(photo);
        assertThat(news.get("restored").asBoolean()).isTrue();
      }
    }
  }

  @Test
  void requests_and_answers_arrive() {
    Person cem = Person.signUp(port);
    try (Listener asked = Listener.of(ann);
        Listener asker = Listener.of(cem)) {
      cem.post("/api/friends/request", Map.of("user_id", ann.id())).expect(201);
      JsonNode request = asked.next("friend_request").get("data");
      assertThat(request.get("requester_username").asString()).isEqualTo(cem.name());
      // Not earlier: nobody is told of a request that was answered meanwhile.
      Map<String, Object> yes = Map.of("request_id", request.get("id").asLong(), "accept", true);
      ann.post("/api/friends/respond", yes).expect(200);
      assertThat(asker.next("friend_accepted").get("data").get("user_id").asLong())
          .isEqualTo(ann.id());
    }
  }

  @Test
  void who_comes_back_gets_what_was_missed_once_and_in_order() {
    long last;
    try (Listener socket = Listener.of(ann)) {
      write(bob, ann, "0");
      last = socket.next("message").get("id").asLong();
    }
    for (int i = 1; i <= 150; i++) {
      write(bob, ann, String.valueOf(i));
    }
    try (Listener socket = Listener.of(ann, "?after=" + last);
        ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 10; i++) {
        var _ = others.submit(() -> write(bob, ann, "more"));
      }
      List<String> texts = new ArrayList<>();
      long before = last;
      while (texts.size() < 160) {
        JsonNode event = socket.next("message");
        assertThat(event.get("id").asLong()).isGreaterThan(before);
        before = event.get("id").asLong();
        texts.add(event.get("data").get("text").asString());
      }
      assertThat(texts.subList(0, 3)).containsExactly("1", "2", "3");
      assertThat(texts.stream().filter("more"::equals)).hasSize(10);
    }
  }

  @Test
  void an_event_from_another_time_means_starting_over() {
    try (Listener socket = Listener.of(ann, "?after=999999999")) {
      assertThat(socket.greeting().get("type").asString()).isEqualTo("reset");
    }
  }

  @Test
  void a_private_photo_is_not_announced_and_nothing_of_strangers_is() {
    try (Listener socket = Listener.of(ann)) {
      bob.uploadPhoto("audience", "private");
      Person.signUp(port).uploadPhoto();
      write(bob, ann, "only this");
      assertThat(socket.nextOfAny().get("type").asString()).isEqualTo("message");
    }
  }

  @Test
  void typing_reaches_friends_alone() {
    Person stranger = Person.signUp(port);
    try (Listener listening = Listener.of(ann);
        Listener typing = Listener.of(bob);
        Listener foreign = Listener.of(stranger)) {
      foreign.send("{\"type\":\"typing\",\"to_user_id\":%d}".formatted(ann.id()));
      foreign.send("{\"type\":\"ping\"}");
      assertThat(foreign.next("pong").has("id")).isFalse();
      typing.send("{\"type\":\"typing\",\"to_user_id\":%d}".formatted(ann.id()));
      JsonNode first = listening.nextOfAny();
      assertThat(first.get("data").get("user_id").asLong()).isEqualTo(bob.id());
    }
  }

  @Test
  void who_has_a_photo_open_sees_likes_as_they_come() {
    String photo = bob.uploadPhoto();
    try (Listener watching = Listener.of(ann)) {
      watching.send("{\"type\":\"watch\",\"photo_id\":\"%s\"}".formatted(photo));
      watching.send("{\"type\":\"ping\"}");
      watching.next("pong");
      bob.put("/api/photos/" + photo + "/like").expect(200);
      assertThat(watching.next("photo_liked").get("data").get("photo_id").asString())
          .isEqualTo(photo);
    }
  }

  @Test
  void logging_out_closes_the_socket_of_that_session_alone() {
    Person phone =
        ann.signedIn(
            Person.stranger(port)
                .post(
                    "/api/auth/login", Map.of("username", ann.name(), "password", Person.PASSWORD))
                .expect(200));
    try (Listener laptops = Listener.of(ann);
        Listener phones = Listener.of(phone)) {
      ann.post("/api/auth/logout").expect(204);
      assertThat(laptops.closeCode()).isEqualTo(4401);
      write(bob, ann, "still there?");
      assertThat(phones.next("message").get("data").get("text").asString())
          .isEqualTo("still there?");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nonsense", "{}", "[]", "{\"type\":\"message\"}", "{\"type\":\"typing\"}"})
  void a_frame_that_makes_no_sense_ends_the_connection(String frame) {
    try (Listener socket = Listener.of(ann)) {
      socket.send(frame);
      assertThat(socket.closeCode()).isEqualTo(1007);
    }
  }

  @Test
  void a_socket_from_which_nothing_was_heard_for_a_minute_is_closed() {
    try (Listener quiet = Listener.of(ann)) {
      beat(Duration.ofSeconds(59));
      quiet.send("{\"type\":\"ping\"}");
      quiet.next("pong");
      beat(Duration.ofSeconds(61));
      assertThat(quiet.closeCode()).isEqualTo(1001);
    }
  }

  /// Runs the heartbeat of Ann's sockets as if this much time had passed.
  private void beat(Duration later) {
    sockets
        .all()
        .filter(socket -> socket.viewer().is(ann.id()))
        .forEach(socket -> socket.heartbeat(System.nanoTime() + later.toNanos()));
  }

  @Test
  void a_flood_and_a_giant_end_the_connection() {
    try (Listener socket = Listener.of(ann)) {
      socket.flood("{\"type\":\"ping\"}", 2_000); // enough even if they are spread over a minute
      // 1006 if the close frame was lost because frames were still in transit.
      assertThat(socket.closeCode()).isIn(1008, 1006);
    }
    try (Listener socket = Listener.of(ann)) {
      socket.send("{\"type\":\"" + "x".repeat(10_000) + "\"}");
      assertThat(socket.closeCode()).isEqualTo(1009);
    }
  }

  @Test
  void who_takes_nothing_is_dropped_and_keeps_nobody_else_waiting() throws IOException {
    try (Socket slow = new Socket();
        Listener quick = Listener.of(ann);
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
      slow.setReceiveBufferSize(4 * 1024);
      slow.connect(new InetSocketAddress("localhost", port));
      slow.getOutputStream().write(handshake().getBytes(UTF_8));
      do {
        for (int i = 0; i < 20; i++) {
          var _ = writers.submit(() -> write(bob, ann, "x".repeat(4_000)));
        }
        for (int i = 0; i < 20; i++) {
          quick.next("message");
        }
      } while (isThere(slow));
    }
  }

  /// Writes without reading: this fails once the server has closed the connection.
  private static boolean isThere(Socket socket) {
    byte[] emptyPong = {(byte) 0x8A, (byte) 0x80, 0, 0, 0, 0};
    try {
      socket.getOutputStream().write(emptyPong);
      return true;
    } catch (IOException hungUp) {
      return false;
    }
  }

  private String handshake() {
    return """
    GET /api/ws HTTP/1.1\r
    Host: localhost:%d\r
    Cookie: %s\r
    Upgrade: websocket\r
    Connection: Upgrade\r
    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
    Sec-WebSocket-Version: 13\r
    \r
    """
        .formatted(port, ann.cookie());
  }

  @Test
  void nobody_listens_without_a_session_or_from_another_site() {
    assertThatThrownBy(() -> Listener.of(Person.stranger(port)))
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(WebSocketHandshakeException.class);
    assertThatThrownBy(() -> Listener.from("https://elsewhere.example", ann))
        .hasCauseInstanceOf(WebSocketHandshakeException.class);
  }

  @Test
  void where_sockets_are_blocked_asking_now_and_then_does_it() {
    Told told = Told.fromNow(ann);
    write(bob, ann, "polled");
    JsonNode missed = told.events().getFirst();
    assertThat(missed.get("data").get("text").asString()).isEqualTo("polled");
    assertThat(new Told(ann, missed.get("id").asLong()).events()).isEmpty();
  }
}
