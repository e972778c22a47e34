package lumina.account.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import lumina.account.UserStore;
import lumina.account.session.DeviceStore;
import lumina.account.session.SessionStore;
import lumina.command.CommandRefused;
import lumina.live.Listener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class PasswordCommandTest {
  private static final String NEW_PASSWORD = "nine purple lamps";

  @LocalServerPort private int port;
  private final PasswordCommand command;
  private final InputStream input = System.in;
  private Person person;

  @Autowired
  PasswordCommandTest(
      UserStore users,
      Passwords passwords,
      PasswordRules rules,
      SessionStore sessions,
      DeviceStore devices) {
    command = new PasswordCommand(users, passwords, rules, sessions, devices);
  }

  @BeforeEach
  void signUp() {
    person = Person.signUp(port);
  }

  @AfterEach
  void giveInputBack() {
    System.setIn(input);
  }

  private int run(String name, String typed) {
    System.setIn(new ByteArrayInputStream((typed + "\n").getBytes(StandardCharsets.UTF_8)));
    return command.run(List.of(name));
  }

  @Test
  void a_new_password_ends_all_sessions_and_works_from_then_on() {
    assertThat(run(person.name(), NEW_PASSWORD)).isZero();
    person.get("/api/auth/me").expectProblem(401, "not_signed_in");
    Person stranger = Person.stranger(port);
    stranger
        .post("/api/auth/login", Map.of("username", person.name(), "password", Person.PASSWORD))
        .expect(401);
    stranger
        .post("/api/auth/login", Map.of("username", person.name(), "password", NEW_PASSWORD))
        .expect(200);
  }

  @Test
  void only_the_sessions_of_that_person_end_and_their_name_is_read_without_case() {
    Person other = Person.signUp(port);
    Person again = Person.stranger(port);
    again =
        again.signedIn(
            again
                .post(
                    "/api/auth/login",
                    Map.of("username", person.name(), "password", Person.PASSWORD))
                .expect(200));
    assertThat(run(person.name().toUpperCase(Locale.ROOT), NEW_PASSWORD)).isZero();
    for (Person session : List.of(person, again)) {
      session.get("/api/auth/me").expectProblem(401, "not_signed_in");
    }
    other.get("/api/auth/me").expect(200);
  }

  @Test
  void nothing_changes_for_a_password_that_breaks_a_rule_or_a_name_nobody_has() {
    assertThatThrownBy(() -> run(person.name(), "short"))
        .isInstanceOf(CommandRefused.class)
        .hasMessageContaining("at least 8");
    assertThatThrownBy(() -> run("nobody.at.all", NEW_PASSWORD))
        .isInstanceOf(CommandRefused.class)
        .hasMessageContaining("no account");
    person.get("/api/auth/me").expect(200);
  }

  private Answer logIn(Person by, String password, String address) {
    String body = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(person.name(), password);
    return by.send(
        by.request("/api/auth/login")
            .header("Content-Type", "application/json")
            .header("X-Forwarded-For", address)
            .POST(BodyPublishers.ofString(body)));
  }

  @Test
  void it_makes_strangers_of_all_devices_and_closes_their_sockets() {
    String network =
        "2001:db8:%x:%x::1".formatted(person.id() & 0xffff, person.hashCode() & 0xffff);
    Answer first = logIn(Person.stranger(port), Person.PASSWORD, network).expect(200);
    String device =
        first.response().headers().allValues("Set-Cookie").getLast().replaceFirst(";.*", "");
    Person known = new Person(person.server(), "", 0, device);
    try (Listener open = Listener.of(person)) {
      assertThat(run(person.name().toUpperCase(Locale.ROOT), NEW_PASSWORD)).isZero();
      assertThat(open.closeCode()).isEqualTo(4401);
    }
    for (int i = 0; i < 10; i++) {
      logIn(known, "guess " + i, network).expectProblem(401, "wrong_credentials");
    }
    logIn(known, NEW_PASSWORD, network).expectProblem(429, "too_many_attempts");
    logIn(known, NEW_PASSWORD, "192.0.2.77").expect(200);
  }

  @ParameterizedTest
  @CsvSource({
    "'', at least 8",
    "password123, easy to guess",
    "'%1$s2026', easy to guess",
    "'%2$s', at most 200"
  })
  void the_rules_of_passwords_hold_for_it_too(String typed, String rule) {
    String password = typed.formatted(person.name(), "long words ".repeat(20));
    assertThatThrownBy(() -> run(person.name(), password))
        .isInstanceOf(CommandRefused.class)
        .hasMessageContaining(rule);
    person.get("/api/auth/me").expect(200);
    logIn(Person.stranger(port), Person.PASSWORD, "192.0.2.78").expect(200);
  }

  @Test
  void of_what_is_typed_the_first_line_counts_in_any_script() {
    String words = "neun blaue Lämpchen 💡";
    assertThat(run(person.name(), words + "\nanother line")).isZero();
    logIn(Person.stranger(port), words, "192.0.2.79").expect(200);
    logIn(Person.stranger(port), "another line", "192.0.2.79").expect(401);
  }
}
