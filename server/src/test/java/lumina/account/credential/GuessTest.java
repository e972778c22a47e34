package lumina.account.credential;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import lumina.account.UserStore;
import lumina.http.Caller;
import lumina.http.problem.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class GuessTest {
  private static final String NEW_PASSWORD = "eight yellow lamps";

  @LocalServerPort private int port;
  @Autowired private PasswordGuesses guesses;
  @Autowired private UserStore users;
  private final String network = "2001:db8:%x:%x::".formatted(random(), random());

  private static int random() {
    return UUID.randomUUID().hashCode() & 0xffff;
  }

  private Answer logIn(String name, String password, String address, String cookies) {
    Person stranger = new Person("http://localhost:" + port, "", 0, cookies);
    String body = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, password);
    return stranger.send(
        stranger
            .request("/api/auth/login")
            .header("Content-Type", "application/json")
            .header("X-Forwarded-For", address)
            .POST(BodyPublishers.ofString(body)));
  }

  private Answer logIn(String name, String password, String address) {
    return logIn(name, password, address, "none=1");
  }

  private void guessTenTimes(Person victim, String address) {
    for (int i = 0; i < 10; i++) {
      logIn(victim.name(), "guess number " + i, address).expectProblem(401, "wrong_credentials");
    }
  }

  @Test
  void wrong_guesses_lock_out_who_guesses_and_nobody_elsewhere() {
    Person victim = Person.signUp(port);
    guessTenTimes(victim, network + "1");
    logIn(victim.name(), Person.PASSWORD, network + "1").expectProblem(429, "too_many_attempts");
    logIn(victim.name(), Person.PASSWORD, network + "2:3:4")
        .expectProblem(429, "too_many_attempts");
    logIn(victim.name(), Person.PASSWORD, "192.0.2.7").expect(200);
  }

  @Test
  void a_device_that_signed_in_before_is_let_in_beside_somebody_who_guesses() {
    Person victim = Person.signUp(port);
    String cookies = cookies(logIn(victim.name(), Person.PASSWORD, network + "1").expect(200));
    String device = cookies.substring(cookies.indexOf("device="));
    guessTenTimes(victim, network + "1");
    logIn(victim.name(), Person.PASSWORD, network + "1").expect(429);
    logIn(victim.name(), "a slip", network + "1", device).expect(401);
    logIn(victim.name(), Person.PASSWORD, network + "1", device).expect(200);
    Person other = Person.signUp(port);
    guessTenTimes(other, network + "1");
    logIn(other.name(), Person.PASSWORD, network + "1", device).expect(429);
  }

  private static String cookies(Answer answer) {
    return answer.response().headers().allValues("Set-Cookie").stream()
        .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
        .collect(joining("; "));
  }

  @Test
  void who_is_signed_in_changes_their_password_whatever_others_guess() {
    Person victim = Person.signUp(port);
    guessTenTimes(victim, "127.0.0.1");
    victim.post("/api/account/password", Map.of()).expect(405);
    Map<String, String> change =
        Map.of("current_password", Person.PASSWORD, "new_password", NEW_PASSWORD);
    victim.json("PUT", "/api/account/password", json(change)).expect(204);
    logIn(victim.name(), NEW_PASSWORD, "192.0.2.8").expect(200);
  }

  private static String json(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> "\"%s\":\"%s\"".formatted(field.getKey(), field.getValue()))
        .collect(joining(",", "{", "}"));
  }

  @Test
  void a_new_password_makes_strangers_of_all_other_devices() {
    Person victim = Person.signUp(port);
    String device = cookies(logIn(victim.name(), Person.PASSWORD, network + "1").expect(200));
    Map<String, String> change =
        Map.of("current_password", Person.PASSWORD, "new_password", NEW_PASSWORD);
    victim.json("PUT", "/api/account/password", json(change)).expect(204);
    guessTenTimes(victim, network + "1");
    logIn(victim.name(), NEW_PASSWORD, network + "1", device).expect(429);
  }

  @Test
  void one_password_cannot_be_tried_on_all_accounts() {
    Caller caller = new Caller(network + "1", null, () -> false);
    for (int i = 0; i < 99; i++) {
      guess("somebody " + i, caller);
    }
    String nobody = "nobody-" + random();
    logIn(nobody, Person.PASSWORD, network + "9").expect(401);
    Answer refused = logIn(nobody, Person.PASSWORD, network + "9");
    refused.expectProblem(429, "too_many_attempts_here");
    assertThat(refused.header("Retry-After")).isNotNull();
  }

  private void guess(String account, Caller caller) {
    try {
      guesses.count(
          account,
          caller,
          () -> {
            throw new Problem.Unauthorized("wrong", "Wrong.");
          });
    } catch (Problem.Unauthorized wrong) {
      return;
    }
  }

  @Test
  void a_right_password_gives_its_guess_back() {
    Person person = Person.signUp(port);
    for (int i = 0; i < 9; i++) {
      logIn(person.name(), "guess number " + i, network + "1").expect(401);
    }
    logIn(person.name(), Person.PASSWORD, network + "1").expect(200);
    logIn(person.name(), Person.PASSWORD, network + "1").expect(200);
    logIn(person.name(), "the tenth guess", network + "1").expect(401);
    logIn(person.name(), Person.PASSWORD, network + "1").expect(429);
  }

  @Test
  void nothing_is_done_for_who_has_gone() throws IOException {
    Person person = Person.signUp(port);
    String slow = new Passwords(19 * 1024).hash(Person.PASSWORD, Caller.HERE);
    users.replacePasswordHash(person.id(), slow);
    int clients = 24;
    for (int i = 0; i < clients; i++) {
      hangUpAfterAsking(person.name(), "198.51.100." + i);
    }
    logIn(person.name(), Person.PASSWORD, "127.0.0.1").expect(200);
    assertThat(person.get("/api/account/sessions").json().size()).isLessThan(clients / 2);
  }

  private void hangUpAfterAsking(String name, String address) throws IOException {
    String body = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, Person.PASSWORD);
    String request =
        "POST /api/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "X-Forwarded-For: %s\r\n".formatted(address)
            + "Content-Length: %d\r\n\r\n%s".formatted(body.length(), body);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    }
  }
}
