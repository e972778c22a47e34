package lumina.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import lumina.account.UserStore;
import lumina.photo.detail.PhotoItems;
import lumina.photo.detail.PhotoText;
import lumina.stores.Backend;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Lists that are longer than a page.
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageSizeTest {
  private static final int PHOTOS = 203;

  @LocalServerPort private int port;
  @Autowired private JdbcClient sql;
  @Autowired private UserStore users;
  @Autowired private PhotoItems items;
  private Person ann = Person.stranger(0);
  private List<String> newestFirst = List.of();

  @BeforeAll
  void addPhotos() {
    ann = Person.signUp(port);
    newestFirst = IntStream.range(0, PHOTOS).mapToObj(this::add).toList().reversed();
  }

  /// Adds a photo without files; that of an upload would take a hundred times as long.
  private String add(int number) {
    String id = Backend.newId();
    sql.sql(
            """
            INSERT INTO photos (sort_key, photo_id, user_id, topic, topic_key, audience, format, bytes)
            VALUES (:key, :id, :owner, '', '', 'private', 'JPEG', 1)
            """)
        .param("key", ann.id() * 1_000 + number) // of its own, and older than any upload
        .param("id", id)
        .param("owner", ann.id())
        .update();
    PhotoText words = new PhotoText("", "", List.of());
    items.add(Backend.newPhoto(id, users.require(ann.id()), words), ann.name(), 1);
    return id;
  }

  @ParameterizedTest
  @CsvSource({
    "'', 50",
    "&limit=1, 1",
    "&limit=51, 51",
    "&limit=199, 199",
    "&limit=200, 200",
    "&limit=201, 200",
    "&limit=2147483647, 200"
  })
  void a_page_holds_fifty_photos_or_as_many_as_asked_for_up_to_two_hundred(
      String limit, int expected) {
    Answer page = ann.get("/api/photos?scope=profile" + limit).expect(200);
    assertThat(page.all("photo_id")).isEqualTo(newestFirst.subList(0, expected));
    assertThat(page.next()).contains("scope=profile").contains("cursor=");
  }

  @Test
  void pages_of_any_size_hold_every_photo_once_and_the_last_one_has_no_next() {
    for (int limit : List.of(7, 50, 101, 203)) {
      Set<String> seen = new HashSet<>();
      int pages = 0;
      for (String next = "/api/photos?scope=profile&limit=" + limit; next != null; pages++) {
        Answer page = ann.get(next).expect(200);
        assertThat(page.json()).isNotEmpty();
        page.all("photo_id").forEach(id -> assertThat(seen.add(id)).isTrue());
        next = page.next();
      }
      assertThat(seen).hasSize(PHOTOS);
      assertThat(pages).isEqualTo((PHOTOS + Math.min(limit, 200) - 1) / Math.min(limit, 200));
    }
  }

  @Test
  void the_next_page_keeps_what_was_asked() {
    String next = String.valueOf(ann.get("/api/photos?scope=profile&limit=2").expect(200).next());
    assertThat(next).startsWith("/api/photos?").contains("limit=2");
    assertThat(ann.get(next).expect(200).all("photo_id")).isEqualTo(newestFirst.subList(2, 4));
    ann.get(next.replace("scope=profile", "scope=home")).expectProblem(400, "invalid_cursor");
  }
}
