package lumina.account.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import lumina.account.UserStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

@ServerTest
class AuthTest {
  @LocalServerPort private int port;
  @Autowired private UserStore users;
  private Person stranger;

  @BeforeEach
  void visit() {
    stranger = Person.stranger(port);
  }

  private Answer signUp(String username, String password) {
    return stranger.post("/api/auth/signup", Map.of("username", username, "password", password));
  }

  private Answer logIn(String username, String password) {
    return stranger.post("/api/auth/login", Map.of("username", username, "password", password));
  }

  private static String fresh() {
    return "u" + UUID.randomUUID().toString().substring(0, 10);
  }

  @Test
  void who_signs_up_is_signed_in() {
    String name = fresh();
    Answer answer = signUp(name, Person.PASSWORD).expect(201);
    Answer me = stranger.signedIn(answer).get("/api/auth/me").expect(200);
    assertThat(me.json().get("username").asString()).isEqualTo(name);
    assertThat(me.json().get("email").asString()).isEqualTo(name + "@lumina.local");
    assertThat(me.text()).doesNotContain("password", "argon2");
  }

  @Test
  void the_cookie_is_out_of_reach_of_scripts_and_other_sites() {
    assertThat(signUp(fresh(), Person.PASSWORD).header("Set-Cookie"))
        .startsWith("session=")
        .contains("HttpOnly", "SameSite=Lax", "Path=/");
  }

  @ParameterizedTest
  @CsvSource({
    "ab, invalid_username",
    "'', missing_field",
    "with space, invalid_username",
    "<script>, invalid_username",
    "jörg, invalid_username",
    ".ann, invalid_username",
    "ann-, invalid_username",
    "-ann., invalid_username",
    "admin, reserved_username",
    "Ever_y.One, reserved_username",
    "ROOT, reserved_username",
    "support, reserved_username",
    "a/b/c, invalid_username",
    "'" + "x0123456789012345678901234567890123456789012345678901" + "', invalid_username"
  })
  void a_name_that_breaks_a_rule_is_refused(String name, String code) {
    signUp(name, Person.PASSWORD).expectProblem(400, code);
  }

  @ParameterizedTest
  @CsvSource({
    "short, password_too_short",
    "'', missing_field",
    "password123, password_too_common",
    "QWERTYUIOP, password_too_common",
    "ｐａｓｓｗｏｒｄ, password_too_common",
    "abcabcabcab, password_too_common",
    "aaaaaaaab, password_too_common",
    "lumina2026, password_too_common",
    "Lumina Lumina!, password_too_common"
  })
  void a_password_that_is_easily_guessed_is_refused(String password, String code) {
    signUp(fresh(), password).expectProblem(400, code);
  }

  @Test
  void the_name_itself_is_no_password_and_neither_with_digits() {
    signUp("longenough1", "LongEnough1").expectProblem(400, "password_too_common");
    signUp("longenough1", "longenough-2024!").expectProblem(400, "password_too_common");
    signUp("bob_the_third", "1990bob_the_third").expectProblem(400, "password_too_common");
  }

  @Test
  void a_password_is_the_same_however_a_keyboard_spells_it() {
    String name = fresh();
    signUp(name, "caf\u00e9 au lait").expect(201);
    logIn(name, "cafe\u0301 au lait").expect(200);
    logIn(name, "ｃａｆé au lait").expect(200);
    logIn(name, "cafe au lait").expect(401);
  }

  @Test
  void a_hash_of_a_password_as_it_was_typed_still_verifies_as_it_was_made() {
    String typed = "cafe\u0301 au lait";
    String name = fresh();
    String hash = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2).encode(typed);
    users.add(name, name + "@old.example", String.valueOf(hash));
    logIn(name, typed).expect(200);
  }

  @Test
  void addresses_of_the_place_are_their_owners_alone() {
    String name = fresh();
    Map<String, String> of =
        Map.of("username", name, "password", Person.PASSWORD, "email", "Ann@LUMINA.local");
    stranger.post("/api/auth/signup", of).expectProblem(400, "reserved_email");
    Map<String, String> own =
        Map.of("username", name, "password", Person.PASSWORD, "email", name + "@lumina.local");
    stranger.post("/api/auth/signup", own).expect(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"username\":\"someone\"}", "", "[]", "nonsense", "{\"username\":{}}"})
  void a_body_without_what_is_needed_is_refused(String body) {
    assertThat(stranger.json("POST", "/api/auth/signup", body).status()).isEqualTo(400);
  }

  @Test
  void a_name_is_taken_without_regard_to_case() {
    String name = fresh();
    signUp(name, Person.PASSWORD).expect(201);
    signUp(name.toUpperCase(java.util.Locale.ROOT), Person.PASSWORD)
        .expectProblem(409, "username_taken");
  }

  @Test
  void an_address_is_taken_once() {
    Map<String, String> one =
        Map.of("username", fresh(), "password", Person.PASSWORD, "email", fresh() + "@x.example");
    stranger.post("/api/auth/signup", one).expect(201);
    Map<String, String> other =
        Map.of("username", fresh(), "password", Person.PASSWORD, "email", one.get("email"));
    stranger.post("/api/auth/signup", other).expectProblem(409, "email_taken");
  }

  @Test
  void logging_out_ends_the_session_on_the_server() {
    Person person = stranger.signUp();
    person.post("/api/auth/logout").expect(204);
    person.get("/api/auth/me").expectProblem(401, "not_signed_in");
  }

  @Test
  void a_person_has_as_many_sessions_as_devices() {
    Person laptop = stranger.signUp();
    Person phone = stranger.signedIn(logIn(laptop.name(), Person.PASSWORD).expect(200));
    laptop.post("/api/auth/logout").expect(204);
    phone.get("/api/auth/me").expect(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "session=", "session=forged", "session=%00", "session=\"\""})
  void nobody_gets_in_without_a_live_session(String cookie) {
    new Person(stranger.server(), "", 0, cookie.isEmpty() ? null : cookie)
        .get("/api/auth/me")
        .expectProblem(401, "not_signed_in");
  }

  @Test
  void a_wrong_password_and_an_unknown_name_look_the_same() {
    Person person = stranger.signUp();
    Answer wrong = logIn(person.name(), "not the password").expect(401);
    Answer unknown = logIn(fresh(), "not the password").expect(401);
    assertThat(withoutId(wrong)).isEqualTo(withoutId(unknown));
  }

  private static String withoutId(Answer answer) {
    return answer.text().replace(String.valueOf(answer.header("X-Request-Id")), "");
  }

  @Test
  void ten_wrong_passwords_slow_that_account_down_and_no_other() {
    Person victim = stranger.signUp();
    Person other = stranger.signUp();
    for (int i = 0; i < 10; i++) {
      logIn(victim.name(), "guess number " + i).expectProblem(401, "wrong_credentials");
    }
    Answer refused = logIn(victim.name(), "one more").expectProblem(429, "too_many_attempts");
    assertThat(Integer.parseInt(String.valueOf(refused.header("Retry-After")))).isBetween(1, 120);
    logIn(other.name(), Person.PASSWORD).expect(200);
    victim.get("/api/auth/me").expect(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pbkdf2:sha256:1000$NaClSalt$2f2b1c3b02517ece96f07b2b93f2ee67740f1bd77d7d82a1406babd36f088d1d",
        "scrypt:32768:8:1$NaClSalt$bd6fb02fd5ab9bc357f17037c79b99fe28c8ca5a8da7b8a60900c93a4803be9d"
            + "6533f9baf22bc4cbce2263ddfa5c27005f092379b646633edd27776108522326"
      })
  void passwords_of_the_old_application_still_work_and_are_hashed_anew(String hash) {
    String name = fresh();
    long id = users.add(name, name + "@old.example", hash).id();
    logIn(name, "another password").expect(401);
    logIn(name, Person.PASSWORD).expect(200);
    assertThat(users.find(id).orElseThrow().passwordHash()).startsWith("$argon2id$");
    logIn(name, Person.PASSWORD).expect(200);
    logIn(name, "another password").expect(401);
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
    "Origin, https://elsewhere.example",
    "Origin, null"
  })
  void another_site_cannot_write(String header, String value) {
    Person person = stranger.signUp();
    person
        .send(
            person
                .request("/api/auth/logout")
                .header(header, value)
                .POST(java.net.http.HttpRequest.BodyPublishers.noBody()))
        .expectProblem(403, "cross_site");
    person.get("/api/auth/me").expect(200);
  }

  @Test
  void the_page_itself_can_write() {
    Person person = stranger.signUp();
    person
        .send(
            person
                .request("/api/auth/logout")
                .header("Origin", stranger.server())
                .header("Sec-Fetch-Site", "same-origin")
                .POST(java.net.http.HttpRequest.BodyPublishers.noBody()))
        .expect(204);
  }

  @Test
  void people_find_each_other_by_name() {
    Person ann = stranger.signUp();
    Person bob = stranger.signUp();
    Answer found = ann.get("/api/users/lookup?username=" + bob.name()).expect(200);
    assertThat(found.json().get("id").asLong()).isEqualTo(bob.id());
    assertThat(found.json().has("email")).isFalse();
    ann.get("/api/users/lookup?username=nobody-here").expectProblem(404, "not_found");
    ann.get("/api/users/lookup").expect(400);
  }
}
