package lumina.account.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import lumina.account.UserStore;
import lumina.http.problem.Problem;
import lumina.storage.StartRefused;
import lumina.stores.AtOnce;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;

/// The limits of the fields of a sign-up, on both sides, and that a refusal makes no account.
@ServerTest
class SignUpRulesTest {
  @LocalServerPort private int port;
  private Person stranger = Person.stranger(0);
  private final String name = "s" + UUID.randomUUID().toString().substring(0, 12);

  @BeforeEach
  void visit() {
    stranger = Person.stranger(port);
  }

  private Answer signUp(String username, String password, String... more) {
    Map<String, String> fields = new HashMap<>(Map.of("username", username, "password", password));
    for (int i = 0; i < more.length; i += 2) {
      fields.put(more[i], more[i + 1]);
    }
    return stranger.post("/api/auth/signup", fields);
  }

  private Answer logIn(String username, String password) {
    return stranger.post("/api/auth/login", Map.of("username", username, "password", password));
  }

  private static String padded(int length) {
    return (UUID.randomUUID() + "x".repeat(length)).replace("-", "_").substring(0, length);
  }

  @ParameterizedTest
  @CsvSource({"8, 201", "50, 201", "51, 400"})
  void a_name_is_as_long_as_the_limit_and_no_longer(int length, int status) {
    String username = padded(length);
    assertThat(signUp(username, Person.PASSWORD).status()).isEqualTo(status);
    logIn(username, Person.PASSWORD).expect(status == 201 ? 200 : 401);
  }

  @Test
  void three_letters_are_a_name_and_two_are_none() {
    signUp("ab", Person.PASSWORD).expectProblem(400, "invalid_username");
    Answer shortest = signUp("a_b", Person.PASSWORD);
    assertThat(shortest.status()).isIn(201, 409); // once in a place
    assertThat(signUp("A_B", Person.PASSWORD).expectProblem(409, "username_taken").text())
        .contains("A_B");
  }

  @ParameterizedTest
  @CsvSource({"7, password_too_short", "8, ''", "200, ''", "201, password_too_long"})
  void a_password_is_counted_in_characters_however_many_bytes_they_have(int length, String code) {
    String password =
        "lämp🌊öß日"
            .repeat(60)
            .codePoints()
            .limit(length)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    String unlike = "Q" + password.substring(1, password.length() - 1) + "Z";
    Answer answer = signUp(name, unlike);
    if (code.isEmpty()) {
      answer.expect(201);
      logIn(name, unlike).expect(200);
      logIn(name, unlike + "!").expect(401);
    } else {
      assertThat(answer.expectProblem(400, code).json().get("field").asString())
          .isEqualTo("password");
      logIn(name, unlike).expectProblem(401, "wrong_credentials");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "@", "a@", "@b", "a@b@c", "a b@c", "a@b c", "a@b\tc"})
  void what_is_no_address_is_refused_and_the_name_stays_free(String email) {
    Answer refused = signUp(name, Person.PASSWORD, "email", email);
    assertThat(refused.expectProblem(400, "invalid_email").json().get("field").asString())
        .isEqualTo("email");
    assertThat(refused.header("Set-Cookie")).isNull();
    signUp(name, Person.PASSWORD).expect(201);
  }

  @Test
  void an_address_has_a_hundred_characters_at_most() {
    String longest = padded(88) + "@x.example.c";
    assertThat(longest).hasSize(100);
    signUp(name, Person.PASSWORD, "email", longest + "o").expectProblem(400, "too_long");
    Answer me = signUp(name, Person.PASSWORD, "email", "  " + longest + " ").expect(201);
    assertThat(me.json().get("email").asString()).isEqualTo(longest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\n"})
  void without_an_address_one_of_the_place_is_given(String email) {
    Answer me = signUp(name, Person.PASSWORD, "email", email).expect(201);
    assertThat(me.json().get("email").asString()).isEqualTo(name + "@lumina.local");
  }

  @Test
  void an_address_is_taken_without_regard_to_case_and_who_is_refused_gets_no_account() {
    String email = name + "@x.example";
    signUp(name, Person.PASSWORD, "email", email).expect(201);
    String other = "o" + name;
    signUp(other, Person.PASSWORD, "email", email.toUpperCase(Locale.ROOT))
        .expectProblem(409, "email_taken");
    logIn(other, Person.PASSWORD).expectProblem(401, "wrong_credentials");
    signUp(other, Person.PASSWORD).expect(201);
  }

  @Test
  void of_those_who_take_a_name_at_once_one_has_it() {
    List<Answer> answers =
        AtOnce.times(
            4,
            i ->
                signUp(
                    i % 2 == 0 ? name : name.toUpperCase(Locale.ROOT),
                    "%s lamp %d".formatted(Person.PASSWORD, i)));
    assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).containsOnly(201, 409);
    for (int i = 0; i < answers.size(); i++) {
      int expected = answers.get(i).status() == 201 ? 200 : 401;
      logIn(name, "%s lamp %d".formatted(Person.PASSWORD, i)).expect(expected);
    }
  }

  @Test
  void spaces_around_a_name_are_not_part_of_it() {
    Answer me = signUp(" " + name + "\t", Person.PASSWORD).expect(201);
    assertThat(me.json().get("username").asString()).isEqualTo(name);
    logIn("  " + name.toUpperCase(Locale.ROOT) + " ", Person.PASSWORD).expect(200);
    logIn(name, Person.PASSWORD + " ").expectProblem(401, "wrong_credentials");
  }

  @Test
  void whoever_signs_up_in_a_browser_with_a_session_ends_that_one() {
    Person before = stranger.signUp();
    Person after = before.signUp();
    before.get("/api/auth/me").expectProblem(401, "not_signed_in");
    assertThat(after.get("/api/auth/me").expect(200).json().get("id").asLong())
        .isEqualTo(after.id())
        .isNotEqualTo(before.id());
  }

  @Test
  void where_sign_up_is_closed_no_invitation_helps_and_none_is_made(
      @Autowired UserStore users,
      @Autowired InviteStore invites,
      @Autowired ApplicationEventPublisher publisher) {
    String token = invites.add(stranger.signUp().id(), 0, 0).token();
    SignUpPolicy closed = new SignUpPolicy(" closed ", users, invites, publisher);
    for (String invite : new String[] {null, "", token, "nonsense"}) {
      assertThatThrownBy(() -> closed.check(invite))
          .isInstanceOf(Problem.Forbidden.class)
          .extracting("code")
          .isEqualTo("sign_up_closed");
    }
    assertThatThrownBy(closed::refuseIfClosed).isInstanceOf(Problem.Forbidden.class);
    assertThat(closed.rule().word()).isEqualTo("closed");
    assertThat(new SignUpPolicy("invite", users, invites, publisher).check(" " + token + " "))
        .isEqualTo(token);
    assertThatThrownBy(() -> new SignUpPolicy("Open", users, invites, publisher))
        .isInstanceOf(StartRefused.class)
        .hasMessage("SIGN_UP has an invalid value (Open): set it to open, invite or closed.");
  }
}
