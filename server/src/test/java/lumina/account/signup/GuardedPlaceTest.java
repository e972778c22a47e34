package lumina.account.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/// A server with the most restrictive settings.
@ServerTest
@DirtiesContext
@TestPropertySource(
    properties = {
      "lumina.sign-up=invite",
      "lumina.common-passwords=allow",
      "lumina.public-url=https://photos.example",
      "server.tomcat.remoteip.internal-proxies="
    })
class GuardedPlaceTest {
  private static final String HEALTH = "/api/health/live";

  @LocalServerPort private int port;
  @Autowired private SignUp signUp;
  private Person stranger;

  @BeforeEach
  void visit() {
    stranger = Person.stranger(port);
  }

  private Answer join(Map<String, String> more) {
    String name = "g" + UUID.randomUUID().toString().substring(0, 12);
    Map<String, String> all = new java.util.HashMap<>(more);
    all.put("username", name);
    all.putIfAbsent("password", Person.PASSWORD);
    return stranger.post("/api/auth/signup", all);
  }

  @Test
  void only_who_is_invited_comes_in_once_somebody_is_here() {
    if (!signUp.anybody()) {
      assertThat(stranger.get("/api/place").json().get("sign_up").asString()).isEqualTo("open");
    }
    Person first = member();
    assertThat(stranger.get("/api/place").json().get("sign_up").asString()).isEqualTo("invite");
    join(Map.of()).expectProblem(403, "invitation_needed");
    String token = first.post("/api/invites", Map.of()).json().get("token").asString();
    join(Map.of("invite", token)).expect(201);
  }

  private Person member() {
    String name = "m" + UUID.randomUUID().toString().substring(0, 12);
    var _ = signUp.enrol(name, Person.PASSWORD);
    return stranger.signedIn(
        stranger
            .post("/api/auth/login", Map.of("username", name, "password", Person.PASSWORD))
            .expect(200));
  }

  @Test
  void common_passwords_are_taken_where_that_is_allowed_and_the_other_rules_hold() {
    String token = member().post("/api/invites", Map.of()).json().get("token").asString();
    join(Map.of("invite", token, "password", "password123")).expect(201);
    join(Map.of("invite", token, "password", "abababababab"))
        .expectProblem(400, "password_too_common");
  }

  @ParameterizedTest
  @ValueSource(strings = {"photos.example", "localhost:8080", "127.0.0.1", "[::1]:80", "10.1.2.3"})
  void it_answers_under_its_names(String host) throws IOException {
    assertThat(firstLine(host, "/api/place", "")).contains(" 200");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "photos.example.evil.example", "localhost.evil.example"})
  void it_answers_under_no_other_name_but_for_its_health(String host) throws IOException {
    assertThat(firstLine(host, "/api/place", "")).contains(" 421");
    assertThat(firstLine(host, "/", "")).contains(" 421");
    assertThat(firstLine(host, HEALTH, "")).contains(" 200");
  }

  @Test
  void what_a_stranger_says_of_the_way_here_is_not_believed() throws IOException {
    String forwarded = "X-Forwarded-Host: photos.example\r\nX-Forwarded-Proto: https\r\n";
    assertThat(firstLine("evil.example", "/api/place", forwarded)).contains(" 421");
    Person person = member();
    String cookie =
        String.valueOf(
            person
                .send(
                    person
                        .request("/api/auth/login")
                        .header("Content-Type", "application/json")
                        .header("X-Forwarded-Proto", "https")
                        .POST(
                            java.net.http.HttpRequest.BodyPublishers.ofString(
                                "{\"username\":\"%s\",\"password\":\"%s\"}"
                                    .formatted(person.name(), Person.PASSWORD))))
                .expect(200)
                .header("Set-Cookie"));
    assertThat(cookie).doesNotContain("Secure");
  }

  private String firstLine(String host, String path, String more) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request =
          "GET %s HTTP/1.1\r\nHost: %s\r\n%sConnection: close\r\n\r\n".formatted(path, host, more);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answer.substring(0, answer.indexOf('\r'));
    }
  }
}
