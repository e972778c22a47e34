package lumina.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import lumina.access.Viewer;
import lumina.account.User;
import lumina.stores.SqlDatabase;
import lumina.topic.TopicStore.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class TopicStoreTest {
  private static final TopicStore.TopicCursor FULLEST =
      new TopicStore.TopicCursor(Long.MAX_VALUE, "");
  private final SqlDatabase database;
  private final TopicStore topics;

  TopicStoreTest(SqlDatabase database) {
    this.database = database;
    this.topics = database.get(TopicStore.class);
  }

  @Test
  void topics_are_counted_by_what_the_viewer_sees() {
    String key = UUID.randomUUID().toString();
    User ann = database.person("ann");
    User bob = database.person("bob");
    database.photo(ann, key + " Sea 🌊", "public");
    database.photo(ann, key + " Été", "public");
    String cover = database.photo(bob, key + " SEA 🌊", "public");
    String secret = database.photo(ann, key + " été", "private");
    assertThat(topics.list(new Viewer.Person(bob.id(), ""), key, FULLEST, 10))
        .containsExactly(
            new Topic(key + " Sea 🌊", 2, cover, "public", 1), topicOf(bob, key + " é"));
    assertThat(topics.list(new Viewer.Person(ann.id(), ""), key + " été", FULLEST, 10))
        .containsExactly(new Topic(key + " Été", 2, secret, "private", 1));
    assertThat(topics.list(new Viewer.Person(bob.id(), ""), key, FULLEST, 1)).hasSize(1);
    assertThat(topics.list(new Viewer.Person(bob.id(), ""), key + " ete", FULLEST, 10)).isEmpty();
  }

  private Topic topicOf(User viewer, String prefix) {
    Topic only = topics.list(new Viewer.Person(viewer.id(), ""), prefix, FULLEST, 10).getFirst();
    assertThat(only.count()).isEqualTo(1);
    return only;
  }
}
