package lumina.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// A socket ends with the session that opened it, however that ends, and with no other.
@ServerTest
@Timeout(180)
class SocketEndTest {
  private static final int SESSION_ENDED = 4401;
  private static final String NEW_PASSWORD = "nine blue lamps";

  @LocalServerPort private int port;
  @Autowired private JdbcClient sql;
  @Autowired private Heartbeat heartbeat;
  private Person laptop = Person.stranger(0);
  private Person phone = Person.stranger(0);

  /// What ends the session of the phone, whether the laptop does it or the phone itself.
  private enum End {
    ENDED_FROM_ANOTHER_DEVICE(
        true,
        (laptop, phone) -> laptop.delete("/api/account/sessions/" + otherOf(laptop)).expect(204)),
    PASSWORD_CHANGED_ON_ANOTHER_DEVICE(
        true,
        (laptop, phone) ->
            laptop
                .json(
                    "PUT",
                    "/api/account/password",
                    "{\"current_password\":\"%s\",\"new_password\":\"%s\"}"
                        .formatted(Person.PASSWORD, NEW_PASSWORD))
                .expect(204)),
    LOGGED_OUT(true, (laptop, phone) -> phone.post("/api/auth/logout").expect(204)),
    LOGGED_IN_ANEW(
        true, (laptop, phone) -> phone.post("/api/auth/login", ofPerson(phone)).expect(200)),
    SIGNED_UP_AS_SOMEBODY_ELSE(true, (laptop, phone) -> phone.signUp()),
    EVERYTHING_LOGGED_OUT(
        false, (laptop, phone) -> laptop.delete("/api/account/sessions").expect(204)),
    ACCOUNT_DELETED(
        false,
        (laptop, phone) ->
            laptop
                .json("DELETE", "/api/account", "{\"password\":\"%s\"}".formatted(Person.PASSWORD))
                .expect(204));

    private final boolean laptopStays;
    private final BiConsumer<Person, Person> deed;

    End(boolean laptopStays, BiConsumer<Person, Person> deed) {
      this.laptopStays = laptopStays;
      this.deed = deed;
    }
  }

  private static Map<String, String> ofPerson(Person person) {
    return Map.of("username", person.name(), "password", Person.PASSWORD);
  }

  /// The id of the session that is not the current one.
  private static String otherOf(Person person) {
    return person
        .get("/api/account/sessions")
        .expect(200)
        .json()
        .valueStream()
        .filter(session -> !session.get("current").asBoolean())
        .map(session -> session.get("id").asString())
        .findAny()
        .orElseThrow();
  }

  @BeforeEach
  void signIn() {
    laptop = Person.signUp(port);
    Answer answer = Person.stranger(port).post("/api/auth/login", ofPerson(laptop)).expect(200);
    phone = laptop.signedIn(answer);
  }

  @ParameterizedTest
  @EnumSource
  void a_socket_is_closed_when_its_session_is(End end) {
    try (Listener open = Listener.of(phone);
        Listener other = Listener.of(laptop)) {
      end.deed.accept(laptop, phone);
      assertThat(open.closeCode()).isEqualTo(SESSION_ENDED);
      phone.get("/api/auth/me").expectProblem(401, "not_signed_in");
      if (end.laptopStays) {
        isAlive(other);
      } else {
        assertThat(other.closeCode()).isEqualTo(SESSION_ENDED);
      }
    }
  }

  private static void isAlive(Listener socket) {
    socket.send("{\"type\":\"ping\"}");
    socket.next("pong");
  }

  @Test
  void a_session_that_became_too_old_closes_its_socket_at_the_next_heartbeat() {
    try (Listener other = Listener.of(laptop);
        Listener open = Listener.of(phone)) {
      makeOld();
      heartbeat.beat();
      assertThat(open.closeCode()).isEqualTo(SESSION_ENDED);
      isAlive(other);
    }
  }

  /// Only the session of the phone, which was opened last.
  private void makeOld() {
    String newest =
        sql.sql(
                """
                SELECT token_hash FROM sessions WHERE user_id = :user
                ORDER BY created_at DESC LIMIT 1
                """)
            .param("user", phone.id())
            .query(String.class)
            .single();
    sql.sql("UPDATE sessions SET created_at = 1 WHERE token_hash = :hash")
        .param("hash", newest)
        .update();
  }

  @Test
  void a_client_may_say_in_a_header_which_event_it_saw_last() {
    Person friend = Person.signUp(port);
    friend.befriend(laptop);
    long last = Told.fromNow(laptop).since();
    friend.post("/api/messages", Map.of("to_user_id", laptop.id(), "text", "missed")).expect(201);
    try (Listener back = Listener.withHeader(laptop, "Last-Event-ID", String.valueOf(last))) {
      JsonNode message = back.next("message");
      assertThat(message.at("/data/text").asString()).isEqualTo("missed");
      assertThat(message.get("id").asLong()).isGreaterThan(last);
    }
  }

  @Test
  void frames_up_to_four_kilobytes_and_twenty_a_second_are_taken() {
    try (Listener socket = Listener.of(laptop)) {
      String ping = "{\"type\":\"ping\",\"x\":\"%s\"}";
      socket.send(ping.formatted("x".repeat(4_096 - ping.length() + 2)));
      for (int i = 1; i < 20; i++) {
        socket.send(ping.formatted(""));
      }
      for (int i = 0; i < 20; i++) {
        socket.next("pong");
      }
    }
    try (Listener socket = Listener.of(laptop)) {
      socket.send("{\"type\":\"ping\",\"x\":\"%s\"}".formatted("x".repeat(4_096)));
      assertThat(socket.closeCode()).isEqualTo(1009);
    }
  }

  @Test
  void an_account_has_fifty_sockets_and_another_one_when_one_of_them_goes() {
    List<Listener> open = new ArrayList<>();
    try {
      while (open.size() < 50) {
        open.add(Listener.of(laptop));
      }
      assertThatThrownBy(() -> Listener.of(phone))
          .cause()
          .isInstanceOfSatisfying(
              WebSocketHandshakeException.class,
              refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(429));
      try (Listener other = Listener.of(Person.signUp(port))) {
        isAlive(other);
      }
      open.removeLast().close();
      open.add(await().ignoreExceptions().until(() -> Listener.of(phone), Objects::nonNull));
    } finally {
      open.forEach(Listener::close);
    }
  }
}
