package lumina.account.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lumina.Person;
import lumina.ServerTest;
import lumina.account.UserStore;
import lumina.account.session.DeviceStore;
import lumina.account.session.SessionStore;
import lumina.command.CommandRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

  @ParameterizedTest
  @ValueSource(strings = {"", "1234567", "NAME", "LONG"})
  void a_password_that_breaks_a_rule_or_is_none_changes_nothing(String typed) {
    String chosen = typed.replace("NAME", person.name()).replace("LONG", "x".repeat(1_001));
    assertThatThrownBy(() -> run(person.name(), chosen)).isInstanceOf(CommandRefused.class);
    person.get("/api/auth/me").expect(200);
    Person.stranger(port)
        .post("/api/auth/login", Map.of("username", person.name(), "password", Person.PASSWORD))
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
}
