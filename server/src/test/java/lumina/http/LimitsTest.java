package lumina.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;
import lumina.Answer;
import lumina.Form;
import lumina.Person;
import lumina.ServerTest;
import lumina.media.Pictures;
import lumina.upload.tus.TusClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/// A server whose limits are small enough for a test to reach.
@ServerTest
@Timeout(180)
@TestPropertySource(
    properties = {
      "lumina.quota-mb=1",
      "lumina.writes-in-ten-minutes=12",
      "lumina.uploads-an-hour=3",
      "lumina.sockets-an-account=0",
      "lumina.upload-pause-seconds=1",
      "lumina.head-seconds=1"
    })
class LimitsTest {
  @LocalServerPort private int port;
  @Autowired private JdbcClient sql;
  private Person ann = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
  }

  private static byte[] picture(int bytes) {
    byte[] jpeg = Pictures.photo(40, 30);
    byte[] padded = java.util.Arrays.copyOf(jpeg, bytes);
    return padded;
  }

  @Test
  void an_account_fills_no_more_than_its_room_and_has_it_back_after_deleting() {
    Answer first = ann.upload(new Form().file("x.jpg", picture(700_000))).expect(201);
    Answer refused = ann.upload(new Form().file("x.jpg", picture(700_000)));
    refused.expectProblem(413, "quota_exceeded");
    assertThat(refused.json().get("message").asString()).contains("1 MB");
    ann.delete("/api/photos/" + first.json().get("photo_id").asString()).expect(200);
    ann.upload(new Form().file("x.jpg", picture(700_000))).expect(201);
  }

  /// The index of that version did not have their sizes.
  @Test
  void photos_of_an_older_version_take_their_room_too() {
    Answer first = ann.upload(new Form().file("x.jpg", picture(700_000))).expect(201);
    sql.sql("UPDATE photos SET bytes = NULL WHERE photo_id = :photo")
        .param("photo", first.json().get("photo_id").asString())
        .update();
    ann.upload(new Form().file("x.jpg", picture(400_000))).expectProblem(413, "quota_exceeded");
    assertThat(ann.get("/api/photos?scope=profile").json()).hasSize(1);
    ann.upload(new Form().file("x.jpg", picture(200_000))).expect(201);
  }

  @Test
  void what_has_arrived_of_an_unfinished_upload_takes_its_room_too() {
    TusClient tus = new TusClient(ann);
    String upload = tus.begin(700_000);
    tus.send(upload, new byte[500_000], 0, 500_000).expect(204);
    tus.create(600_000).expectProblem(413, "quota_exceeded");
    tus.end(upload).expect(204);
    tus.create(600_000).expect(201);
  }

  @Test
  void uploads_without_end_are_asked_to_go_on_later() {
    for (int i = 0; i < 3; i++) {
      ann.uploadPhoto();
    }
    Answer refused = ann.upload(new Form().file("x.jpg", picture(1_000)));
    refused.expectProblem(429, "too_many_uploads");
    assertThat(refused.header("Retry-After")).isNotNull();
    Person.signUp(port).uploadPhoto();
  }

  @Test
  void changes_without_end_are_asked_to_go_on_in_a_moment_and_reading_goes_on() {
    for (int i = 0; i < 12; i++) {
      ann.patch("/api/account", Map.of("bio", "number " + i)).expect(200);
    }
    ann.patch("/api/account", Map.of("bio", "one more")).expectProblem(429, "too_many_changes");
    ann.get("/api/auth/me").expect(200);
  }

  @Test
  void sockets_beyond_those_of_an_account_are_not_opened() throws IOException {
    String open =
        """
        GET /api/ws HTTP/1.1\r
        Host: localhost:%d\r
        Cookie: %s\r
        Connection: Upgrade\r
        Upgrade: websocket\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
        \r
        """
            .formatted(port, ann.cookie());
    assertThat(answerTo(open, ""))
        .startsWith("HTTP/1.1 429")
        .contains("Retry-After: 60", "application/problem+json", "too_many_sockets");
  }

  @Tag("local")
  @Test
  void a_body_that_crawls_is_given_up() throws IOException {
    String head =
        """
        POST /api/photos HTTP/1.1\r
        Host: localhost:%d\r
        Cookie: %s\r
        Content-Type: multipart/form-data; boundary=x\r
        Content-Length: 1000\r
        \r
        """
            .formatted(port, ann.cookie());
    assertThat(answerTo(head, "-".repeat(1_000))).startsWith("HTTP/1.1 408");
  }

  @Tag("local")
  @Test
  void a_head_that_crawls_is_given_up() throws IOException {
    String begun =
        "GET /api/health/live HTTP/1.1\r\nHost: localhost:%d\r\nX-Slow: ".formatted(port);
    assertThat(answerTo(begun, "-".repeat(100) + "\r\n\r\n")).isIn("", "cut");
  }

  /// Sends the beginning at once, then the rest byte by byte until the server closes the
  /// connection.
  private String answerTo(String beginning, String rest) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      OutputStream out = socket.getOutputStream();
      out.write(beginning.getBytes(UTF_8));
      socket.setSoTimeout(50);
      StringBuilder answer = new StringBuilder();
      for (byte crawling : rest.getBytes(UTF_8)) {
        if (!answer.isEmpty() || read(socket, answer) < 0) {
          break;
        }
        out.write(crawling);
      }
      socket.setSoTimeout(5_000);
      while (read(socket, answer) > 0) {}
      return answer.toString();
    } catch (SocketException cut) {
      return "cut";
    }
  }

  private static int read(Socket socket, StringBuilder answer) throws IOException {
    try {
      byte[] some = new byte[4_096];
      int length = socket.getInputStream().read(some);
      answer.append(new String(some, 0, Math.max(length, 0), UTF_8));
      return length;
    } catch (java.net.SocketTimeoutException nothingYet) {
      return 0;
    }
  }
}
