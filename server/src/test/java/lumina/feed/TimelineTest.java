package lumina.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import lumina.album.Albums;
import lumina.photo.count.MonthRecount;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class TimelineTest {
  private static final String TIMELINE = "/api/photos?scope=profile&order=taken";
  private static final String MONTHS = "/api/photos/months?scope=profile";

  @LocalServerPort private int port;
  @Autowired private JdbcClient sql;
  @Autowired private MonthRecount recount;
  private Person ann = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
  }

  private String takenAt(String time, String... fields) {
    List<String> all = new ArrayList<>(List.of(fields));
    all.addAll(List.of("taken_hint", millis(time)));
    return ann.uploadPhoto(all.toArray(String[]::new));
  }

  private static String millis(String time) {
    return String.valueOf(Instant.parse(time).toEpochMilli());
  }

  private static List<String> walked(Person viewer, String start) {
    List<String> seen = new ArrayList<>();
    @Nullable String next = start;
    while (next != null) {
      Answer page = viewer.get(next).expect(200);
      seen.addAll(page.all("photo_id"));
      next = page.next();
    }
    return seen;
  }

  private static List<String> months(Person viewer, String address) {
    return viewer
        .get(address)
        .expect(200)
        .json()
        .valueStream()
        .map(month -> month.get("month").asString() + " " + month.get("count").asInt())
        .toList();
  }

  @Test
  void a_timeline_is_sorted_by_when_photos_were_taken_in_pages_of_any_size() {
    String spring = takenAt("2024-05-01T00:00:00Z");
    String old = takenAt("1899-12-31T23:59:59.999Z");
    List<String> burst =
        IntStream.range(0, 4).mapToObj(n -> takenAt("2024-05-31T23:59:59.999Z")).toList();
    String now = ann.uploadPhoto();
    String june = takenAt("2024-06-01T00:00:00Z");
    List<String> expected = new ArrayList<>(List.of(now, june));
    expected.addAll(burst.reversed());
    expected.addAll(List.of(spring, old));
    for (int limit = 1; limit <= 9; limit++) {
      assertThat(walked(ann, TIMELINE + "&limit=" + limit)).isEqualTo(expected);
    }
    assertThat(walked(ann, "/api/photos?scope=profile&order=created&limit=3"))
        .isEqualTo(walked(ann, "/api/photos?scope=profile"));
    List<String> fromMay = expected.subList(2, expected.size());
    for (int limit = 1; limit <= 7; limit++) {
      assertThat(walked(ann, TIMELINE + "&month=2024-05&limit=" + limit)).isEqualTo(fromMay);
    }
    assertThat(walked(ann, "/api/photos?scope=profile&month=2024-05")).isEqualTo(fromMay);
    assertThat(walked(ann, TIMELINE + "&month=2024-04")).containsExactly(old);
    assertThat(walked(ann, TIMELINE + "&month=1700-01")).isEmpty();
    assertThat(walked(ann, TIMELINE + "&month=9999-12")).isEqualTo(expected);
    assertThat(walked(ann, TIMELINE + "&month=0000-01")).isEmpty();
  }

  @Test
  void a_page_goes_on_where_the_last_one_ended_while_photos_come_and_change() {
    List<String> photos = new ArrayList<>();
    for (int day = 1; day <= 6; day++) {
      photos.addFirst(takenAt("2024-05-0" + day + "T12:00:00Z"));
    }
    Answer first = ann.get(TIMELINE + "&limit=3").expect(200);
    takenAt("2024-05-09T12:00:00Z");
    ann.delete("/api/photos/" + photos.get(2)).expect(200);
    String next = String.valueOf(first.next());
    assertThat(walked(ann, next)).isEqualTo(photos.subList(3, 6));
    ann.get("/api/photos?scope=profile&cursor=" + next.replaceFirst(".*cursor=", ""))
        .expectProblem(400, "invalid_cursor");
  }

  @ParameterizedTest
  @CsvSource({
    "scope=profile&order=oldest, invalid_order",
    "scope=home&order=taken, invalid_order",
    "scope=all&month=2024-05, invalid_order",
    "scope=profile&month=2024-13, invalid_month",
    "scope=profile&month=2024, invalid_month",
    "scope=profile&month=2024-5, invalid_month",
    "scope=profile&month=may, invalid_month",
    "scope=profile&month=%2B500000000-01, invalid_month",
    "scope=profile&order=taken&cursor=AAAA, invalid_cursor"
  })
  void an_order_or_a_month_that_does_not_exist_is_refused(String query, String code) {
    ann.get("/api/photos?" + query).expectProblem(400, code);
  }

  @Test
  void months_are_counted_by_what_the_viewer_sees() {
    takenAt("2024-05-01T00:00:00Z");
    takenAt("2024-05-31T23:59:59.999Z", "audience", "friends");
    takenAt("2024-04-30T23:59:59.999Z", "audience", "private");
    takenAt("1899-12-31T23:00:00Z");
    Person friend = Person.signUp(port);
    friend.befriend(ann);
    Person stranger = Person.signUp(port);
    String hers = MONTHS + "&user_id=" + ann.id();
    assertThat(months(ann, MONTHS)).containsExactly("2024-05 2", "2024-04 1", "1899-12 1");
    assertThat(months(friend, hers)).containsExactly("2024-05 2", "1899-12 1");
    assertThat(months(stranger, hers)).containsExactly("2024-05 1", "1899-12 1");
    assertThat(months(ann, MONTHS + "&view_as=public")).isEqualTo(months(stranger, hers));
    ann.put("/api/blocks/" + stranger.id()).expect(204);
    assertThat(months(stranger, hers)).isEmpty();
    stranger.get("/api/photos/months").expectProblem(400, "invalid_scope");
    Person.stranger(port).get(hers).expect(401);
  }

  @Test
  void months_follow_every_change() {
    String photo = takenAt("2024-05-01T00:00:00Z");
    takenAt("2024-05-02T00:00:00Z");
    ann.patch("/api/photos/" + photo, Map.of("taken_at", 0)).expect(200);
    assertThat(months(ann, MONTHS)).containsExactly("2024-05 1", "1970-01 1");
    ann.patch("/api/photos/" + photo, Map.of("audience", "private")).expect(200);
    assertThat(months(Person.signUp(port), MONTHS + "&user_id=" + ann.id()))
        .containsExactly("2024-05 1");
    ann.json("PATCH", "/api/photos/" + photo, "{\"taken_at\":null}").expect(200);
    assertThat(months(ann, MONTHS)).containsExactly("2024-05 2");
    ann.delete("/api/photos/" + photo).expect(200);
    assertThat(months(ann, MONTHS)).containsExactly("2024-05 1");
  }

  @Test
  void counts_are_exact_after_changes_at_the_same_moment() {
    List<String> photos =
        IntStream.range(0, 4).mapToObj(n -> takenAt("2024-05-01T00:00:00Z")).toList();
    IntStream.range(0, 40)
        .parallel()
        .forEach(
            n ->
                ann.patch(
                    "/api/photos/" + photos.get(n % 4),
                    Map.of(
                        "taken_at",
                        n % 3 * 2_678_400_000L,
                        "audience",
                        List.of("public", "private").get(n % 5 % 2))));
    ann.delete("/api/photos/" + photos.getFirst()).expect(200);
    List<String> counted = months(ann, MONTHS);
    sql.sql("UPDATE photos SET counted = 0 WHERE user_id = :ann").param("ann", ann.id()).update();
    sql.sql("DELETE FROM month_counts WHERE user_id = :ann").param("ann", ann.id()).update();
    assertThat(counted).isEqualTo(months(ann, MONTHS));
  }

  /// An instance of an older version inserts, changes and deletes rows without the counts.
  @Test
  void photos_of_older_versions_count_at_once_and_are_recounted() {
    takenAt("2024-05-01T00:00:00Z");
    String gone = takenAt("2024-05-02T00:00:00Z");
    String uncounted = takenAt("2024-04-01T00:00:00Z");
    ann.delete("/api/photos/" + takenAt("2024-03-01T00:00:00Z")).expect(200);
    forget(uncounted);
    assertThat(months(ann, MONTHS)).containsExactly("2024-05 2", "2024-04 1");
    sql.sql("UPDATE photos SET audience = 'private' WHERE photo_id = :id")
        .param("id", gone)
        .update();
    recount.recount();
    assertThat(months(ann, MONTHS)).containsExactly("2024-05 2", "2024-04 1");
    assertThat(months(Person.signUp(port), MONTHS + "&user_id=" + ann.id()))
        .containsExactly("2024-05 1", "2024-04 1");
  }

  private void forget(String photoId) {
    sql.sql("UPDATE photos SET counted = 0 WHERE photo_id = :id").param("id", photoId).update();
    sql.sql("DELETE FROM month_counts WHERE user_id = :ann AND month = 202404")
        .param("ann", ann.id())
        .update();
  }

  /// By upload, a month is that of the upload.
  @Test
  void a_list_by_upload_starts_with_the_newest_photo_of_a_month_too() {
    List<String> photos = List.of(takenAt("2024-05-01T00:00:00Z"), takenAt("1999-05-01T00:00:00Z"));
    String uploaded = "/api/photos?scope=profile&order=created&limit=1&month=";
    String thisMonth = Instant.now().toString().substring(0, 7);
    assertThat(walked(ann, uploaded + thisMonth)).isEqualTo(photos.reversed());
    assertThat(walked(ann, uploaded + "9999-12")).isEqualTo(photos.reversed());
    assertThat(walked(ann, uploaded + "2024-05")).isEmpty();
    assertThat(walked(ann, uploaded + "0000-01")).isEmpty();
  }

  @Test
  void the_timeline_of_an_album_has_what_the_viewer_sees_there_in_its_months() {
    String may = takenAt("2024-05-01T00:00:00Z", "audience", "private");
    String late = takenAt("2024-05-31T23:59:59.999Z", "audience", "private");
    String june = takenAt("2024-06-01T00:00:00Z", "audience", "private");
    takenAt("2024-05-02T00:00:00Z");
    String album = Albums.make(ann, "audience", "friends");
    Albums.put(ann, album, List.of(may, june, late)).expect(200);
    Person friend = Person.signUp(port);
    friend.befriend(ann);
    String months = "/api/photos/months?album=" + album;
    String taken = "/api/photos?order=taken&limit=1&album=" + album;
    for (Person viewer : List.of(ann, friend)) {
      assertThat(months(viewer, months)).containsExactly("2024-06 1", "2024-05 2");
      assertThat(walked(viewer, taken)).containsExactly(june, late, may);
      assertThat(walked(viewer, taken + "&month=2024-05")).containsExactly(late, may);
      assertThat(walked(viewer, taken + "&month=2024-04")).isEmpty();
    }
    ann.post("/api/photos/" + late + "/trash").expect(200);
    assertThat(months(friend, months)).containsExactly("2024-06 1", "2024-05 1");
    assertThat(walked(friend, taken)).containsExactly(june, may);
    Person.signUp(port).get(months).expectProblem(404, "not_found");
    friend
        .get("/api/photos?order=album&month=2024-05&album=" + album)
        .expectProblem(400, "invalid_order");
  }
}
