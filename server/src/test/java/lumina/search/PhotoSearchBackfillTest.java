package lumina.search;

import static org.assertj.core.api.Assertions.assertThat;

import lumina.Person;
import lumina.ServerTest;
import lumina.photo.PhotoSearch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class PhotoSearchBackfillTest {
  @LocalServerPort private int port;

  @Test
  void photos_that_an_upgrade_left_without_words_are_found_again(
      @Autowired PhotoSearchBackfill unindexed,
      @Autowired PhotoSearch search,
      @Autowired JdbcClient sql) {
    Person ann = Person.signUp(port);
    String lost = ann.uploadPhoto("caption", "A boat", "topic", "Sea", "tags", "blue");
    search.remove(
        sql.sql("SELECT sort_key FROM photos WHERE photo_id = :id")
            .param("id", lost)
            .query(Long.class)
            .single());
    assertThat(found(ann, "boat")).isEmpty();
    unindexed.index();
    assertThat(found(ann, "boat+sea+blue+" + ann.name())).containsExactly(lost);
  }

  private static java.util.List<String> found(Person ann, String words) {
    return ann.get("/api/photos?scope=profile&q=" + words).expect(200).all("photo_id");
  }
}
