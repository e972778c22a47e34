package lumina.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import lumina.Person;
import lumina.ServerTest;
import lumina.access.Viewer;
import lumina.photo.IndexEntry;
import lumina.photo.PhotoIndex;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// On the local backend a comment is one transaction with its notification and its event.
@ServerTest
@Tag("local")
class CommentTransactionTest {
  @LocalServerPort private int port;
  @Autowired private Commenting commenting;
  @Autowired private PhotoIndex index;
  @Autowired private JdbcClient sql;

  @Test
  void a_comment_is_not_stored_without_its_event() {
    Person ann = Person.signUp(port);
    Person bob = Person.signUp(port);
    String photo = ann.uploadPhoto();
    Viewer author = new Viewer.Person(bob.id(), bob.name());
    IndexEntry entry = index.find(author, photo).orElseThrow();
    sql.sql(
            """
            CREATE TRIGGER no_events BEFORE INSERT ON events WHEN NEW.user_id = %d
            BEGIN SELECT RAISE(ABORT, 'no events'); END
            """
                .formatted(ann.id()))
        .update();
    try {
      assertThatThrownBy(() -> commenting.add(author, entry, "lost", null, null))
          .hasMessageContaining("no events");
    } finally {
      sql.sql("DROP TRIGGER no_events").update();
    }
    bob.post("/api/photos/" + photo + "/comments", Map.of("text", "kept")).expect(201);
    assertThat(ann.get("/api/photos/" + photo + "/comments").json().findValuesAsString("text"))
        .containsExactly("kept");
    assertThat(ann.get("/api/photos/" + photo).json().get("comment_count").asLong()).isEqualTo(1);
  }
}
