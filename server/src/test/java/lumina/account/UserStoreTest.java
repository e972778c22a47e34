package lumina.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lumina.access.Disclosure;
import lumina.access.Viewer;
import lumina.account.session.SessionStore;
import lumina.stores.SqlDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("cloud")
@ParameterizedClass
@EnumSource
class UserStoreTest {
  private final SqlDatabase database;
  private final UserStore users;

  UserStoreTest(SqlDatabase database) {
    this.database = database;
    this.users = database.get(UserStore.class);
  }

  @Test
  void what_is_kept_of_a_person_comes_back() {
    User ann = add("Ann");
    users.change(
        ann.id(), new UserStore.ProfileEdit("Änn 🌊", "I ♥ the sea", "friends", null, null, null));
    users.changePicture(ann.id(), "v2");
    User kept = users.require(ann.id());
    assertThat(kept.name()).isEqualTo("Änn 🌊");
    assertThat(kept.bio()).isEqualTo("I ♥ the sea");
    assertThat(kept.defaultAudience()).isEqualTo("friends");
    assertThat(kept.picture()).isEqualTo("v2");
    assertThat(kept.createdAt()).isPositive();
  }

  @Test
  void names_are_the_same_in_upper_and_lower_case() {
    User ann = add("Ann");
    assertThat(users.findByName(ann.username().toUpperCase(Locale.ROOT))).contains(ann);
    assertThat(users.hasEmail(ann.email().toUpperCase(Locale.ROOT))).isTrue();
    assertThatThrownBy(() -> users.add(ann.username().toUpperCase(Locale.ROOT), "other", "hash"))
        .isInstanceOf(DuplicateKeyException.class);
    assertThatThrownBy(() -> users.add(unique("other"), ann.email(), "hash"))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void names_with_and_without_accents_are_different_people() {
    User jose = add("jose");
    assertThat(users.findByName(jose.username().replace("jose", "josé"))).isEmpty();
    assertThat(users.findByName(jose.username() + "🌊")).isEmpty();
    assertThat(users.findByName(jose.username() + " ")).isEmpty();
  }

  @Test
  void people_are_found_by_the_beginnings_of_words_of_their_names_page_by_page() {
    String key = unique("s");
    User one = add(key + "a");
    User two = add(key + "B");
    User three = add(key + "c");
    assertThat(search(0, key.toUpperCase(Locale.ROOT), "")).containsExactly(one, two, three);
    assertThat(search(0, key, one.username())).containsExactly(two, three);
    assertThat(search(0, key.substring(1), "")).isEmpty();
    assertThat(search(0, "%", "")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "José María, maria jose",
    "Zoë Straßer, STRASS",
    "山田太郎, 太郎",
    "Пётр Чайковский, чайк",
    "สมชาย ใจดี, ใจดี",
    "Bob 🎸, 🎸",
    "Mary-Ann O'Neil, neil"
  })
  void any_word_of_a_name_finds_a_person_in_any_script(String name, String typed) {
    User ann = add("someone");
    users.change(ann.id(), new UserStore.ProfileEdit(name, "", "public", null, null, null));
    assertThat(search(0, typed + " " + ann.username(), ""))
        .containsExactly(users.require(ann.id()));
    users.change(ann.id(), new UserStore.ProfileEdit("", "", "public", null, null, null));
    assertThat(search(0, typed + " " + ann.username(), "")).isEmpty();
  }

  @Test
  void a_block_in_either_direction_keeps_people_apart() {
    String key = unique("b");
    User ann = add(key + "ann");
    User bob = add(key + "bob");
    User cem = add(key + "cem");
    block(ann, bob);
    assertThat(search(ann.id(), key, "")).containsExactly(ann, cem);
    assertThat(search(bob.id(), key, "")).containsExactly(bob, cem);
    assertThat(search(cem.id(), key, "")).containsExactly(ann, bob, cem);
  }

  @Test
  void faces_tell_names_pictures_and_who_is_hidden() {
    User ann = add("ann");
    User bob = add("bob");
    User cem = add("cem");
    users.changePicture(cem.id(), "7");
    block(ann, bob);
    Map<Long, PersonSummary> seen = faces(ann, ann.id(), bob.id(), cem.id(), cem.id(), 0L);
    assertThat(seen)
        .containsOnly(
            Map.entry(
                ann.id(), new PersonSummary(ann.id(), ann.username(), null, usual(ann), false)),
            Map.entry(
                bob.id(), new PersonSummary(bob.id(), bob.username(), null, usual(bob), true)),
            Map.entry(
                cem.id(), new PersonSummary(cem.id(), cem.username(), "7", usual(cem), false)));
    assertThat(faces(bob, ann.id()).values())
        .extracting(PersonSummary::hidden)
        .containsExactly(true);
    assertThat(faces(ann)).isEmpty();
  }

  @Test
  void who_leaves_takes_everything_along_that_hangs_on_them() {
    User ann = add("ann");
    User bob = add("bob");
    block(ann, bob);
    database.get(SessionStore.class).open(ann.id(), "phone");
    users.remove(ann.id());
    assertThat(users.find(ann.id())).isEmpty();
    assertThat(database.get(SessionStore.class).list(ann.id())).isEmpty();
    assertThat(faces(ann, bob.id()).values())
        .extracting(PersonSummary::hidden)
        .containsExactly(false);
    assertThat(users.any()).isTrue();
  }

  private Map<Long, PersonSummary> faces(User viewer, Long... ids) {
    return users.summaries(new Viewer.Person(viewer.id(), viewer.username()), List.of(ids));
  }

  private List<User> search(long viewer, String prefix, String after) {
    return users.search(viewer, prefix, after, 10);
  }

  private User add(String name) {
    String fresh = unique(name);
    return users.add(fresh, fresh + "@lumina.local", "hash");
  }

  private static String unique(String name) {
    return name + UUID.randomUUID().toString().substring(0, 12);
  }

  private void block(User one, User other) {
    database
        .get(JdbcClient.class)
        .sql("INSERT INTO blocks VALUES (:one, :other, 1)")
        .param("one", one.id())
        .param("other", other.id())
        .update();
  }

  private static Disclosure usual(User user) {
    return new Disclosure(user.id(), true, false);
  }
}
