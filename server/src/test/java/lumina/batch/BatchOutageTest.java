package lumina.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// A store that fails in the middle of a batch, which would shift photos twice if it were repeated.
@ServerTest
@DisabledIfSystemProperty(
    named = "lumina.test.backend",
    matches = "dynamodb",
    disabledReason = "its database has other triggers")
class BatchOutageTest {
  @LocalServerPort private int port;
  @Autowired private JdbcClient sql;

  @Test
  void what_was_done_before_a_store_failed_is_said_and_the_rest_is_not_tried() {
    Person ann = Person.signUp(port);
    List<String> photos = List.of(ann.uploadPhoto(), ann.uploadPhoto(), ann.uploadPhoto());
    List<Long> before = photos.stream().map(id -> taken(ann, id)).toList();
    String name = "fails_" + photos.get(1);
    sql.sql(
            """
            CREATE TRIGGER %s BEFORE UPDATE OF taken_at ON photos WHEN new.photo_id = '%s'
            BEGIN SELECT RAISE(ABORT, 'as the test wants it'); END
            """
                .formatted(name, photos.get(1)))
        .update();
    JsonNode answer;
    try {
      answer = shift(ann, photos).expect(200).json();
    } finally {
      sql.sql("DROP TRIGGER " + name).update();
    }
    assertThat(answer.get("done").valueStream().map(JsonNode::asString))
        .containsExactly(photos.getFirst());
    assertThat(answer.get("failed").findValuesAsString("id")).isEqualTo(photos.subList(1, 3));
    assertThat(answer.get("failed").findValuesAsString("code")).containsOnly("store_unavailable");
    assertThat(photos.stream().map(id -> taken(ann, id)))
        .containsExactly(before.get(0) - 1_000, before.get(1), before.get(2));
  }

  private static long taken(Person owner, String photo) {
    return owner.get("/api/photos/" + photo).expect(200).json().get("taken_at").asLong();
  }

  private static Answer shift(Person owner, List<String> photos) {
    return owner.post("/api/photos/batch", Map.of("photo_ids", photos, "taken_shift", -1_000));
  }
}
