package lumina.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import lumina.Person;
import lumina.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An edit of text and audience that fails between the two. For the cloud backend [CutOffTest]
/// covers this.
@ServerTest
@DisabledIfSystemProperty(
    named = "lumina.test.backend",
    matches = "dynamodb",
    disabledReason = "its words are not in SQL")
class NarrowingTest {
  @LocalServerPort private int port;
  @Autowired private JdbcClient sql;

  @Test
  void an_edit_that_fails_half_way_leaves_the_narrower_audience() throws Exception {
    Person ann = Person.signUp(port);
    Person bob = Person.signUp(port);
    String id = ann.uploadPhoto("caption", "for all");
    String photo = "/api/photos/" + id;
    sql.sql(
            """
            CREATE TRIGGER no_words BEFORE UPDATE ON photo_items WHEN new.photo_id = '%s'
            BEGIN SELECT RAISE(ABORT, 'as the test wants it'); END
            """
                .formatted(id))
        .update();
    try {
      assertThat(failedEdit(ann, photo)).isEqualTo(500);
    } finally {
      sql.sql("DROP TRIGGER no_words").update();
    }
    bob.get(photo).expectProblem(404, "not_found");
    assertThat(ann.get(photo).json().get("caption").asString()).isEqualTo("for all");
    assertThat(ann.get(photo).json().get("audience").asString()).isEqualTo("private");
  }

  /// Not sent through [Person#patch], which accepts only answers that the description lists.
  private static int failedEdit(Person owner, String photo) throws Exception {
    HttpRequest edit =
        owner
            .request(photo)
            .header("Content-Type", "application/json")
            .method(
                "PATCH",
                BodyPublishers.ofString("{\"caption\": \"for me\", \"audience\": \"private\"}"))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(edit, BodyHandlers.discarding()).statusCode();
    }
  }
}
