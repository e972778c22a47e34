package lumina.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lumina.Answer;
import lumina.Form;
import lumina.Person;
import lumina.ServerTest;
import lumina.media.Pictures;
import lumina.storage.DataFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Forms that Lumina's page never sends, and the errors they get.
@Tag("local")
@ServerTest
@Isolated("It takes away where files come in.")
class OddFormsTest {
  private static final byte[] PICTURE = Pictures.photo(40, 30);
  private static final byte[] HALF_OF_THE_LIMIT = new byte[4_500_000];

  @LocalServerPort private int port;
  @Autowired private DataFolder folder;
  private Person ann = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
  }

  @ParameterizedTest
  @ValueSource(strings = {"caption", "topic", "tags", "audience", "whatever"})
  void words_as_long_as_a_file_are_refused(String field) {
    Form form = new Form().field(field, "x".repeat(2_200_000)).file("x.jpg", PICTURE);
    Answer answer = ann.upload(form).expectProblem(413, "too_large");
    assertThat(answer.json().get("message").asString()).contains("words");
  }

  @Test
  void the_limit_is_for_the_whole_request() {
    Form two = new Form().field("whatever", "x").file("x.jpg", PICTURE);
    ann.upload(two.file("1", HALF_OF_THE_LIMIT).file("2", HALF_OF_THE_LIMIT))
        .expectProblem(413, "too_large");
  }

  @Test
  void a_request_has_one_file() {
    ann.upload(new Form().file("1.jpg", PICTURE).file("2.jpg", PICTURE))
        .expectProblem(400, "too_many_files");
    assertThat(ann.get("/api/photos?scope=profile").json().size()).isZero();
  }

  @Test
  void each_tag_may_have_a_part_of_its_own_but_parts_are_not_endless() {
    Form form = new Form().field("topic", "Sea").field("caption", "Calm").file("x.jpg", PICTURE);
    for (int i = 0; i < 30; i++) {
      form.field("tags", "tag" + i);
    }
    assertThat(ann.upload(form).expect(201).json().get("tags").size()).isEqualTo(30);
    ann.upload(form.field("tags", "one more")).expectProblem(400, "too_many_tags");
    for (int i = 0; i < 20; i++) {
      form.field("tags", "again");
    }
    Answer tooMany = ann.upload(form).expectProblem(400, "too_many_parts");
    assertThat(tooMany.json().get("message").asString()).contains("50 parts");
  }

  @Test
  void a_photo_that_is_sent_as_text_is_asked_for_as_a_file() {
    Answer answer = ann.upload(new Form().field("photo", "photo.jpg"));
    assertThat(answer.expectProblem(400, "invalid_field").json().get("message").asString())
        .contains("as a file");
  }

  @Test
  void a_file_may_have_a_long_name_but_not_an_endless_one() {
    ann.upload(new Form().file("x".repeat(4_000) + ".jpg", PICTURE)).expect(201);
    ann.upload(new Form().file("x".repeat(10_000) + ".jpg", PICTURE))
        .expectProblem(400, "name_too_long");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data",
        "multipart/form-data; boundary=\"\"",
        "multipart/form-data; boundary=z"
      })
  void a_form_that_cannot_be_read_is_the_clients(String type) {
    for (String path : List.of("/api/photos", "/api/users/profile-picture")) {
      Answer answer =
          ann.send(
              ann.request(path)
                  .header("Content-Type", type)
                  .POST(HttpRequest.BodyPublishers.ofString("--y\r\nx")));
      assertThat(answer.status()).as(path).isEqualTo(400);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"q=%25%", "q=%zz", "q=%ff", "&&&="})
  void an_address_that_cannot_be_read_is_not_called_too_long(String query) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket
          .getOutputStream()
          .write(
              "GET /api/topics?%s HTTP/1.1\r\nHost: localhost\r\nCookie: %s\r\nConnection: close\r\n\r\n"
                  .formatted(query, ann.cookie())
                  .getBytes(StandardCharsets.US_ASCII));
      String line = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
      assertThat(line).isEqualTo("HTTP/1.1 400");
    }
  }

  @Test
  void where_no_file_can_be_written_nobody_is_told_to_send_it_again_in_vain() throws IOException {
    Path incoming = folder.incoming();
    Path aside = incoming.resolveSibling("aside");
    Files.move(incoming, aside);
    Files.write(incoming, List.of("not a folder"));
    try {
      Answer answer =
          ann.upload(new Form().file("x.jpg", PICTURE)).expectProblem(503, "store_unavailable");
      assertThat(answer.header("Retry-After")).isNotNull();
    } finally {
      Files.delete(incoming);
      Files.move(aside, incoming);
    }
    ann.uploadPhoto();
  }
}
