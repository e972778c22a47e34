package lumina.account.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import lumina.stores.AtOnce;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/// A server on which few may sign up from one address.
@ServerTest
@DirtiesContext
@TestPropertySource(properties = "lumina.sign-ups-an-hour=2")
class SignUpLimitTest {
  @LocalServerPort private int port;

  @Test
  void whoever_signs_up_beyond_the_limit_is_told_when_to_come_back_and_gets_no_account() {
    Person stranger = Person.stranger(port);
    signUp(stranger, "x").expectProblem(400, "invalid_username");
    List<String> names =
        Stream.generate(() -> "p" + UUID.randomUUID().toString().substring(0, 12))
            .limit(4)
            .toList();
    List<Answer> answers = AtOnce.times(4, n -> signUp(stranger, names.get(n)));
    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 201, 429, 429);
    for (int i = 0; i < answers.size(); i++) {
      Answer answer = answers.get(i);
      if (answer.status() == 429) {
        answer.expectProblem(429, "too_many_sign_ups");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 3_600);
        assertThat(answer.json().get("message").asString()).contains("try again later");
        assertThat(answer.header("Set-Cookie")).isNull();
        logIn(stranger, names.get(i)).expectProblem(401, "wrong_credentials");
      } else {
        logIn(stranger, names.get(i)).expect(200);
      }
    }
  }

  private static Answer signUp(Person stranger, String name) {
    return stranger.post("/api/auth/signup", Map.of("username", name, "password", Person.PASSWORD));
  }

  private static Answer logIn(Person stranger, String name) {
    return stranger.post("/api/auth/login", Map.of("username", name, "password", Person.PASSWORD));
  }
}
