package lumina.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
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
  void an_edit_that_fails_half_way_leaves_the_narrower_audience() {
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
      Map<String, String> edit = Map.of("caption", "for me", "audience", "private");
      assertThat(ann.patch(photo, edit).status()).isGreaterThanOrEqualTo(500);
    } finally {
      sql.sql("DROP TRIGGER no_words").update();
    }
    bob.get(photo).expectProblem(404, "not_found");
    assertThat(ann.get(photo).json().get("caption").asString()).isEqualTo("for all");
    assertThat(ann.get(photo).json().get("audience").asString()).isEqualTo("private");
  }
}
