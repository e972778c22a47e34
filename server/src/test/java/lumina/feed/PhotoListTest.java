package lumina.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class PhotoListTest {
  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
  }

  private static List<String> ids(Person viewer, String query) {
    return viewer.get("/api/photos?" + query).expect(200).all("photo_id");
  }

  private static String fresh(String start) {
    return start + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void home_is_mine_and_my_friends_newest_first() {
    Person bob = Person.signUp(port);
    Person stranger = Person.signUp(port);
    ann.befriend(bob);
    String first = ann.uploadPhoto();
    String second = bob.uploadPhoto("audience", "friends");
    String third = ann.uploadPhoto("audience", "private");
    bob.uploadPhoto("audience", "private");
    stranger.uploadPhoto();
    assertThat(ids(ann, "")).containsExactly(third, second, first);
    assertThat(ids(ann, "scope=home")).containsExactly(third, second, first);
    assertThat(ids(bob, "scope=home")).hasSize(3).doesNotContain(third);
  }

  @Test
  void home_is_the_same_among_few_and_among_many_strangers() {
    Person friend = Person.signUp(port);
    ann.befriend(friend);
    List<String> uploaded = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      uploaded.addFirst((i % 2 == 0 ? friend : ann).uploadPhoto());
    }
    Person stranger = Person.signUp(port);
    for (int strangers = 0; strangers < 12; strangers++) {
      assertThat(ids(ann, "limit=2")).isEqualTo(uploaded.subList(0, 2));
      stranger.uploadPhoto();
    }
    uploaded.addFirst(friend.uploadPhoto("audience", "friends"));
    assertThat(ids(ann, "limit=2")).isEqualTo(uploaded.subList(0, 2));
    assertThat(ids(ann, "limit=4")).isEqualTo(uploaded.subList(0, 4));
  }

  @Test
  void home_pages_bring_together_who_posts_much_and_who_posts_little() {
    Person quiet = Person.signUp(port);
    Person busy = Person.signUp(port);
    List.of(quiet, busy).forEach(ann::befriend);
    List<String> uploaded = new ArrayList<>();
    for (Person owner : List.of(quiet, busy, busy, ann, quiet, busy, busy, busy, busy, ann)) {
      busy.uploadPhoto("audience", "private");
      uploaded.add(owner.uploadPhoto());
    }
    for (int limit = 1; limit <= 4; limit++) {
      List<String> seen = new ArrayList<>();
      String next = "/api/photos?scope=home&limit=" + limit;
      while (next != null) {
        Answer page = ann.get(next).expect(200);
        seen.addAll(page.all("photo_id"));
        next = page.next() == null ? null : next(page.next());
      }
      assertThat(seen).as("%d a page", limit).isEqualTo(uploaded.reversed());
    }
  }

  @Test
  void a_profile_shows_what_the_visitor_may_see() {
    Person bob = Person.signUp(port);
    Person friend = Person.signUp(port);
    friend.befriend(ann);
    String open = ann.uploadPhoto();
    String friends = ann.uploadPhoto("audience", "friends");
    String mine = ann.uploadPhoto("audience", "private");
    String address = "scope=profile&user_id=" + ann.id();
    assertThat(ids(ann, "scope=profile")).containsExactly(mine, friends, open);
    assertThat(ids(friend, address)).containsExactly(friends, open);
    assertThat(ids(bob, address)).containsExactly(open);
    assertThat(ids(bob, "scope=profile&user_id=999999999")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"topic", "q"})
  void pages_neither_skip_nor_repeat_while_others_upload(String by) {
    String topic = fresh("paging");
    List<String> before = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      before.addFirst(ann.uploadPhoto("topic", topic));
    }
    List<String> read = new ArrayList<>();
    String next = "/api/photos?scope=all&limit=2&%s=%s".formatted(by, topic);
    while (next != null) {
      Answer page = ann.get(next).expect(200);
      read.addAll(page.all("photo_id"));
      ann.uploadPhoto("topic", topic);
      next = page.next();
    }
    assertThat(read).isEqualTo(before);
  }

  @Test
  void a_full_page_is_not_followed_by_an_empty_one() {
    ann.uploadPhoto();
    ann.uploadPhoto();
    Answer page = ann.get("/api/photos?scope=profile&limit=2").expect(200);
    assertThat(page.next()).isNull();
  }

  @Test
  void topics_are_the_same_without_regard_to_case_and_space() {
    String topic = fresh("Sea ");
    String first = ann.uploadPhoto("topic", topic);
    String second = ann.uploadPhoto("topic", "  " + topic.toUpperCase(java.util.Locale.ROOT));
    assertThat(ids(ann, "scope=all&topic=" + encoded(topic.toLowerCase(java.util.Locale.ROOT))))
        .containsExactly(second, first);
    assertThat(ann.get("/api/photos/" + second).json().get("topic").asString()).isEqualTo(topic);
  }

  @Test
  void a_tag_finds_its_photos() {
    String tag = fresh("t");
    String tagged = ann.uploadPhoto("tags", "other," + tag);
    ann.uploadPhoto("tags", tag + "er");
    assertThat(ids(ann, "scope=all&tag=" + tag)).containsExactly(tagged);
    assertThat(ids(ann, "scope=all&tag=%23" + tag)).containsExactly(tagged);
  }

  @Test
  void a_search_looks_in_caption_topic_tags_and_name() {
    String word = fresh("w");
    String caption = ann.uploadPhoto("caption", "The " + word + " by the lake");
    String topic = ann.uploadPhoto("topic", word);
    String tag = ann.uploadPhoto("tags", word);
    ann.uploadPhoto("caption", "nothing of it");
    assertThat(ids(ann, "scope=all&q=" + word)).containsExactly(tag, topic, caption);
    assertThat(ids(ann, "scope=all&q=" + ann.name())).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({
    "creme, Crème brûlée",
    "BRU, Crème brûlée",
    "ström, Stromboli",
    "lak, by the lake",
    "lake the, by the lake",
    "日, 日本の海",
    "本の, 日本の海",
    "ทะเล, ไปเที่ยวทะเลกัน",
    "北京, 我爱北京天安门",
    "가족, 우리 가족사진",
    "🎉, We did it 🎉🎂",
    "🎉🎂, We did it 🎉🎂",
    "don't, I don't know"
  })
  void words_are_found_by_their_beginning_without_accents_or_case(String typed, String caption) {
    String found = ann.uploadPhoto("caption", caption);
    assertThat(ids(ann, "scope=profile&q=" + encoded(typed))).containsExactly(found);
  }

  @Test
  void characters_of_a_script_without_spaces_are_found_in_their_order_only() {
    ann.uploadPhoto("caption", "東京の京都");
    assertThat(ids(ann, "scope=profile&q=" + encoded("京東"))).isEmpty();
    assertThat(ids(ann, "scope=profile&q=" + encoded("東京 京都"))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"'Old  Town', ' old town ', topic", "'Blue  Hour', '# BLUE HOUR', tag"})
  void topics_and_tags_are_compared_as_they_are_saved(String saved, String asked, String field) {
    String found = ann.uploadPhoto(field.equals("tag") ? "tags" : field, saved);
    assertThat(ids(ann, "scope=profile&" + field + "=" + encoded(asked))).containsExactly(found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"", "* OR", "a AND", "caption:", "(", "-", "^x", "NEAR(a b)", "💥", "'; --"})
  void no_search_can_break_the_query(String typed) {
    ann.get("/api/photos?scope=profile&q=" + encoded(typed)).expect(200);
  }

  @Test
  void all_words_must_be_there_and_an_edit_is_found_at_once() {
    String id = ann.uploadPhoto("caption", "green boat");
    assertThat(ids(ann, "scope=profile&q=green+car")).isEmpty();
    ann.patch("/api/photos/" + id, java.util.Map.of("caption", "green car")).expect(200);
    assertThat(ids(ann, "scope=profile&q=green+car")).containsExactly(id);
    assertThat(ids(ann, "scope=profile&q=boat")).isEmpty();
  }

  @Test
  void search_topic_and_tag_narrow_each_other() {
    String topic = fresh("n");
    String both = ann.uploadPhoto("topic", topic, "tags", "x1", "caption", "boat");
    ann.uploadPhoto("topic", topic, "caption", "boat");
    ann.uploadPhoto("tags", "x1", "caption", "boat");
    assertThat(ids(ann, "scope=all&q=boat&tag=x1&topic=" + topic)).containsExactly(both);
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, invalid_limit",
    "limit=-3, invalid_limit",
    "limit=many, invalid_field",
    "scope=everything, invalid_scope",
    "cursor=nonsense, invalid_cursor",
    "cursor=AAAAAAAAAAAAAAAA, invalid_cursor",
    "user_id=me, invalid_field"
  })
  void a_list_that_makes_no_sense_is_refused(String query, String code) {
    ann.get("/api/photos?" + query).expectProblem(400, code);
  }

  @Test
  void a_cursor_is_good_for_its_own_list_and_person_alone() {
    Person bob = Person.signUp(port);
    ann.uploadPhoto();
    ann.uploadPhoto();
    String next = next(ann.get("/api/photos?scope=profile&limit=1").next());
    ann.get(next).expect(200);
    bob.get(next).expectProblem(400, "invalid_cursor");
    ann.get(next.replace("scope=profile", "scope=all")).expectProblem(400, "invalid_cursor");
  }

  private static String next(@Nullable String link) {
    assertThat(link).isNotNull();
    return String.valueOf(link);
  }

  @Test
  void no_page_is_longer_than_two_hundred() {
    assertThat(ann.get("/api/photos?scope=all&limit=5000").expect(200).json().size())
        .isLessThanOrEqualTo(200);
  }
}
