package lumina.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import lumina.Person;
import lumina.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class TopicCountsTest {
  private static final String DIFFERENT =
      """
      SELECT user_id, audience, topic_key FROM (
        SELECT user_id, audience, topic_key, 1 AS photos FROM photos
        UNION ALL SELECT 0, audience, topic_key, 1 FROM photos WHERE audience = 'public'
        UNION ALL SELECT user_id, audience, topic_key, -photos FROM topic_counts) c
      WHERE topic_key LIKE :topics
      GROUP BY user_id, audience, topic_key HAVING sum(photos) <> 0
      """;

  @LocalServerPort private int port;
  @Autowired private JdbcClient sql;
  private final String topics = UUID.randomUUID().toString().substring(0, 8);

  @Test
  void counts_are_exact_after_changes_at_the_same_moment() {
    Person ann = Person.signUp(port);
    List<String> photos =
        IntStream.range(0, 6).mapToObj(n -> ann.uploadPhoto("topic", topic(n))).toList();
    IntStream.range(0, 60).parallel().forEach(n -> change(ann, photos.get(n % 6), n));
    ann.delete("/api/photos/" + photos.getFirst()).expect(200);
    assertThat(
            sql.sql("SELECT sum(photos) FROM topic_counts WHERE user_id <> 0 AND topic_key LIKE :t")
                .param("t", topics + "%")
                .query(Integer.class)
                .single())
        .isEqualTo(5);
    assertThat(sql.sql(DIFFERENT).param("topics", topics + "%").query().listOfRows()).isEmpty();
  }

  private void change(Person owner, String photo, int n) {
    String audience = List.of("public", "friends", "private").get(n % 7 % 3);
    owner.patch("/api/photos/" + photo, Map.of("topic", topic(n), "audience", audience));
  }

  private String topic(int n) {
    return topics + n % 2;
  }
}
