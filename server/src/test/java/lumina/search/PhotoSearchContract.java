package lumina.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import lumina.account.User;
import lumina.photo.PhotoSearch;
import lumina.photo.detail.PhotoText;
import lumina.stores.AtOnce;
import lumina.stores.Backend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The contract of every full-text index.
@Timeout(180)
abstract class PhotoSearchContract {
  private final Backend backend;
  private final PhotoSearch search;
  private final User ann;
  private final String photo;

  PhotoSearchContract(Backend backend) {
    this.backend = backend;
    search = backend.get(PhotoSearch.class);
    ann = backend.person("ann");
    photo = backend.photo(ann);
  }

  @Test
  void a_photo_is_found_by_its_caption_topic_tags_and_owner() {
    search.write(
        backend.sortKey(photo),
        new PhotoText("Baltic Sea", "A boat at dawn", List.of("slow travel", "blue")),
        "annie_1999");
    for (String word : List.of("boat", "baltic", "travel", "blue", "annie_1999")) {
      assertThat(found(word)).as(word).containsExactly(photo);
    }
    assertThat(found("car")).isEmpty();
  }

  @Test
  void every_word_must_begin_a_word_of_the_photo_in_whatever_order() {
    write(photo, "Sailing boats near Gdańsk");
    assertThat(found("gda sail")).containsExactly(photo);
    assertThat(found("s n b g")).containsExactly(photo);
    assertThat(found("sail car")).isEmpty();
    assertThat(found("oats")).as("the end of a word").isEmpty();
    assertThat(found("sailings")).as("more than the word").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Crème BRÛLÉE, creme brulee",
    "creme brulee, CRÈME Brûlée",
    "Straße, STRASSE",
    "ΣΊΣΥΦΟΣ, σίσυφος",
    "Ёлка, елка",
    "ﬁne, fine",
  })
  void case_accents_and_ways_of_writing_make_no_difference(String written, String typed) {
    write(photo, written);
    assertThat(found(typed)).containsExactly(photo);
  }

  @ParameterizedTest
  @ValueSource(strings = {"the", "a", "to be or not", "in", "who", "2", "x y"})
  void no_word_is_too_short_or_too_common_to_be_found(String words) {
    write(photo, words);
    assertThat(found(words)).containsExactly(photo);
  }

  @ParameterizedTest
  @CsvSource({"東京タワーの夜景, 夜景", "東京タワーの夜景, タワー", "ข้าวผัดกุ้ง, ผัด", "sunset🌅👩‍👩‍👧🌊, 🌊"})
  void where_no_spaces_stand_between_words_any_part_in_a_row_is_found(
      String written, String typed) {
    write(photo, written);
    assertThat(found(typed)).containsExactly(photo);
    assertThat(found("東タ")).as("what does not stand in a row").isEmpty();
  }

  @Test
  void a_word_of_any_length_is_found() {
    String word = "donaudampfschifffahrt".repeat(20);
    write(photo, word + " 🌊");
    assertThat(found(word)).containsExactly(photo);
    assertThat(found(word + "sgesellschaft 🌊")).containsExactly(photo);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"boat",
        "boat\"",
        "boat*",
        "*boat",
        "+boat -boat",
        "(boat",
        "boat) (",
        "~boat <boat> @4",
        "boat AND",
        "NOT boat",
        "NEAR(boat",
        "words:boat",
        "boat'; DROP TABLE photos; --",
        "boat\\",
        "%boat_"
      })
  void nothing_that_somebody_types_means_anything_but_its_words(String typed) {
    write(photo, "boat and near not words drop table photos 4");
    assertThat(found(typed)).containsExactly(photo);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\"", "*", "+-", "...", "()", "\u200b", "\0"})
  void where_no_word_was_typed_there_is_nothing_to_match(String typed) {
    assertThat(search.match(typed)).isEmpty();
  }

  @Test
  void what_is_written_anew_replaces_what_was_there() {
    write(photo, "harbour");
    write(photo, "mountain");
    assertThat(found("harbour")).isEmpty();
    assertThat(found("mountain")).containsExactly(photo);
  }

  @Test
  void what_was_removed_is_not_found_and_others_are() {
    String other = backend.photo(ann);
    write(photo, "harbour");
    write(other, "harbour");
    assertThat(found("harbour")).containsExactlyInAnyOrder(photo, other);
    search.remove(backend.sortKey(photo));
    search.remove(backend.sortKey(photo));
    assertThat(found("harbour")).containsExactly(other);
    write(photo, "harbour");
    assertThat(found("harbour")).containsExactlyInAnyOrder(photo, other);
  }

  @Test
  void a_photo_without_words_is_not_found_and_can_be_removed() {
    search.write(backend.sortKey(photo), new PhotoText("", "… 🌊", List.of()), "");
    assertThat(found("🌊")).containsExactly(photo);
    search.write(backend.sortKey(photo), new PhotoText("", "…", List.of()), "");
    assertThat(found("🌊")).isEmpty();
    search.remove(backend.sortKey(photo));
    write(photo, "found again");
    assertThat(found("again")).containsExactly(photo);
  }

  @Test
  void all_that_are_written_at_once_are_found() {
    List<String> photos = new ArrayList<>();
    IntStream.range(0, 5).forEach(i -> photos.add(backend.photo(ann)));
    List<Callable<String>> deeds =
        photos.stream().map(id -> (Callable<String>) () -> write(id, "harbour")).toList();
    assertThat(AtOnce.failures(AtOnce.<String>all(deeds))).isEmpty();
    assertThat(found("harbour")).containsExactlyInAnyOrderElementsOf(photos);
  }

  private String write(String photoId, String caption) {
    search.write(backend.sortKey(photoId), new PhotoText("", caption, List.of()), ann.username());
    return photoId;
  }

  /// The results among the photos of this test, which are the newest.
  private List<String> found(String typed) {
    List<String> found =
        photos(search.source(), search.condition(), Map.of("match", search.match(typed)));
    search
        .recent(typed)
        .ifPresent(
            newest -> {
              Map<String, Object> parameters = new HashMap<>(newest.parameters());
              parameters.put("before", Long.MAX_VALUE);
              assertThat(photos(newest.source(), newest.condition(), parameters))
                  .as("among the newest")
                  .containsExactlyInAnyOrderElementsOf(found);
            });
    return found;
  }

  private List<String> photos(String source, String condition, Map<String, Object> parameters) {
    return backend
        .get(JdbcClient.class)
        .sql(
            "SELECT p.photo_id FROM %s WHERE %s AND p.user_id = :owner"
                .formatted(source, condition))
        .params(parameters)
        .param("owner", ann.id())
        .query((row, n) -> row.getString(1))
        .list();
  }
}
