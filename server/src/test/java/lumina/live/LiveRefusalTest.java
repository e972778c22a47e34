package lumina.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import lumina.Person;
import lumina.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Who gets no socket is told why, like everywhere else.
@ServerTest
class LiveRefusalTest {
  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
  }

  @Test
  void a_request_that_opens_no_socket_is_refused_with_a_problem() {
    ann.get("/api/ws").expectProblem(400, "websocket_needed");
    Person.stranger(port).get("/api/ws").expectProblem(401, "not_signed_in");
    ann.post("/api/ws").expectProblem(405, "method_not_allowed");
  }

  @Test
  void a_socket_that_cannot_be_opened_is_refused_with_a_problem() throws IOException {
    assertThat(answerTo("?after=yesterday", "13", "")).contains(" 400 ", "\"invalid_cursor\"");
    assertThat(answerTo("", "12", "")).contains(" 426 ", "\"upgrade_required\"", "version 13");
    assertThat(answerTo("", "13", "Origin: https://elsewhere.example\r\n"))
        .contains(" 403 ", "\"forbidden\"", "other sites");
  }

  private String answerTo(String query, String version, String more) throws IOException {
    String request =
        """
        GET /api/ws%s HTTP/1.1\r
        Host: localhost:%d\r
        Cookie: %s\r
        Connection: keep-alive, Upgrade\r
        Upgrade: websocket\r
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
        Sec-WebSocket-Version: %s\r
        %s\r
        """
            .formatted(query, port, ann.cookie(), version, more);
    try (Socket socket = new Socket("localhost", port)) {
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).containsIgnoringCase("content-type: application/problem+json");
      return answer;
    }
  }
}
