package lumina.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lumina.account.User;
import lumina.comment.CommentStore.CommentRow;
import lumina.comment.CommentStore.NewComment;
import lumina.id.SortKey;
import lumina.photo.detail.PhotoItem;
import lumina.stores.AtOnce;
import lumina.stores.Backend;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The contract of every comment store.
@Timeout(180)
abstract class CommentStoreContract {
  private static final Set<Long> NOBODY = Set.of();
  private static final int ALL = 100;

  private final Backend backend;
  private final CommentStore store;
  private final User ann;
  private final User bob;
  private final String photo;

  CommentStoreContract(Backend backend) {
    this.backend = backend;
    store = backend.get(CommentStore.class);
    ann = backend.person("ann");
    bob = backend.person("bob");
    photo = backend.photo(ann);
  }

  @Test
  void a_comment_is_found_as_it_was_said() {
    String text = "Ærø, 海 and 👩‍👩‍👧 \"quoted\"\n— " + "🌊".repeat(1_000);
    long before = backend.now();
    CommentRow said = say(bob, photo, text, "my name:1").orElseThrow();
    assertThat(said.text()).isEqualTo(text);
    assertThat(said).extracting(CommentRow::photoId, CommentRow::userId).contains(photo, bob.id());
    assertThat(said.clientId()).isEqualTo("my name:1");
    assertThat(said.createdAt()).isBetween(before, backend.now());
    assertThat(said.deleted()).isFalse();
    assertThat(store.find(photo, said.commentId())).contains(said);
    assertThat(on(photo)).containsExactly(said);
  }

  @Test
  void what_was_never_said_is_not_there() {
    CommentRow elsewhere = say(bob, backend.photo(ann), "elsewhere");
    assertThat(store.find(photo, elsewhere.commentId())).isEmpty();
    assertThat(store.find(photo, Backend.newId())).isEmpty();
    assertThat(on(photo)).isEmpty();
    assertThat(store.by(ann.id(), Long.MAX_VALUE, ALL)).isEmpty();
    assertThat(store.among(List.of())).isEmpty();
    assertThat(backend.item(photo, 0).orElseThrow().latest()).isNull();
  }

  @Test
  void comments_of_the_same_moment_are_listed_in_their_order_and_pages_leave_none_out() {
    List<CommentRow> said = sayMany(7);
    List<CommentRow> read = new ArrayList<>();
    List<CommentRow> page = store.on(photo, 0, 3, NOBODY);
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(3);
      read.addAll(page);
      page = store.on(photo, page.getLast().sortKey(), 3, NOBODY);
    }
    assertThat(read).containsExactlyElementsOf(said);
    assertThat(read).extracting(CommentRow::createdAt).isSorted().doesNotHaveDuplicates();
    assertThat(read)
        .allSatisfy(
            it -> assertThat(it.sortKey()).isEqualTo(SortKey.of(it.createdAt(), it.commentId())));
  }

  @Test
  void a_page_goes_on_where_the_last_one_ended_whatever_was_said_or_deleted_meanwhile() {
    List<CommentRow> said = sayMany(5);
    CommentRow cursor = store.on(photo, 0, 2, NOBODY).getLast();
    store.remove(said.get(0));
    store.remove(cursor);
    store.remove(said.get(3));
    CommentRow later = say(bob, photo, "later");
    assertThat(store.on(photo, cursor.sortKey(), ALL, NOBODY))
        .containsExactly(said.get(2), said.get(4), later);
  }

  @Test
  void a_page_is_full_though_some_people_are_passed_over() {
    List<CommentRow> bobs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      say(ann, photo, "ann " + i);
      bobs.add(say(bob, photo, "bob " + i));
    }
    Set<Long> withoutAnn = Set.of(ann.id());
    assertThat(store.on(photo, 0, 3, withoutAnn)).isEqualTo(bobs.subList(0, 3));
    assertThat(store.on(photo, bobs.get(2).sortKey(), 3, withoutAnn)).isEqualTo(bobs.subList(3, 4));
    assertThat(store.on(photo, 0, ALL, Set.of(ann.id(), bob.id()))).isEmpty();
  }

  @Test
  void before_a_comment_stand_the_nearest_ones_oldest_first() {
    List<CommentRow> said = sayMany(4);
    assertThat(store.justBefore(said.get(3), 2)).isEqualTo(said.subList(1, 3));
    assertThat(store.justBefore(said.get(1), 2)).isEqualTo(said.subList(0, 1));
    assertThat(store.justBefore(said.getFirst(), 2)).isEmpty();
  }

  @Test
  void many_are_found_at_once_under_the_photos_that_they_were_said_about() {
    CommentRow one = say(ann, photo, "one");
    CommentRow other = say(bob, backend.photo(bob), "other");
    CommentRow deleted = say(bob, photo, "deleted");
    store.remove(deleted);
    List<CommentKey> keys =
        List.of(
            key(one), key(one), key(other), key(deleted), new CommentKey(photo, Backend.newId()));
    assertThat(store.among(keys).values()).containsExactlyInAnyOrder(one, other);
    assertThat(store.among(List.of(new CommentKey(photo, other.commentId())))).isEmpty();
  }

  @Test
  void what_a_program_sends_twice_is_said_once_and_others_may_call_theirs_the_same() {
    CommentRow first = say(bob, photo, "first", "name").orElseThrow();
    assertThat(say(bob, photo, "again", "name")).contains(first);
    CommentRow anns = say(ann, photo, "ann's", "name").orElseThrow();
    String another = backend.photo(ann);
    CommentRow elsewhere = say(bob, another, "elsewhere", "name").orElseThrow();
    assertThat(on(photo)).containsExactly(first, anns);
    assertThat(on(another)).containsExactly(elsewhere);
    assertThatTheCountIsThatOfTheList();
  }

  @Test
  void what_was_deleted_does_not_come_back_when_its_program_sends_it_again() {
    CommentRow said = say(bob, photo, "said", "name").orElseThrow();
    store.remove(said);
    CommentRow left = say(bob, photo, "said", "name").orElseThrow();
    assertThat(left.deleted()).isTrue();
    assertThat(left.sortKey()).isEqualTo(SortKey.of(left.createdAt(), left.commentId()));
    assertThat(left.commentId()).isEqualTo(said.commentId());
    assertThat(left.text()).isEmpty();
    assertThat(store.find(photo, said.commentId())).isEmpty();
    assertThatTheCountIsThatOfTheList();
  }

  @Test
  void what_was_forgotten_may_be_said_again_under_the_same_name() {
    CommentRow removed = say(bob, photo, "removed", "name 1").orElseThrow();
    CommentRow forgotten = say(bob, photo, "forgotten", "name 2").orElseThrow();
    store.remove(removed);
    store.forget(say(bob, photo, "removed", "name 1").orElseThrow());
    store.forget(forgotten);
    CommentRow first = say(bob, photo, "anew 1", "name 1").orElseThrow();
    CommentRow second = say(bob, photo, "anew 2", "name 2").orElseThrow();
    assertThat(on(photo)).containsExactly(first, second);
    assertThat(first.commentId()).isNotEqualTo(removed.commentId());
  }

  @Test
  void the_photo_counts_its_comments_and_shows_the_newest_that_is_left() {
    List<CommentRow> said = sayMany(3);
    assertThatTheCountIsThatOfTheList();
    store.remove(said.get(1));
    assertThatTheCountIsThatOfTheList();
    store.remove(said.get(2));
    store.remove(said.get(2));
    assertThat(on(photo)).containsExactly(said.get(0));
    assertThatTheCountIsThatOfTheList();
    store.remove(said.get(0));
    assertThatTheCountIsThatOfTheList();
  }

  @Test
  void nothing_is_lost_or_miscounted_when_many_speak_and_delete_at_once() {
    List<Callable<Object>> deeds = new ArrayList<>();
    sayMany(3).forEach(said -> deeds.add(() -> removed(said)));
    IntStream.range(0, 4).forEach(i -> deeds.add(() -> say(bob, photo, "at once " + i)));
    assertThat(AtOnce.failures(AtOnce.all(deeds))).isEmpty();
    assertThat(on(photo))
        .extracting(CommentRow::text)
        .containsExactlyInAnyOrder("at once 0", "at once 1", "at once 2", "at once 3");
    assertThat(on(photo)).extracting(CommentRow::createdAt).doesNotHaveDuplicates();
    assertThatTheCountIsThatOfTheList();
  }

  @Test
  void what_a_program_sends_several_times_at_once_is_said_once() {
    List<Future<CommentRow>> all =
        AtOnce.all(
            Collections.<Callable<CommentRow>>nCopies(
                4, () -> say(bob, photo, "hello", "name").orElseThrow()));
    assertThat(AtOnce.failures(all)).isEmpty();
    CommentRow said = on(photo).getFirst();
    assertThat(all).extracting(Future::resultNow).containsOnly(said);
    assertThatTheCountIsThatOfTheList();
  }

  @Test
  void what_somebody_said_is_listed_latest_first() {
    CommentRow first = say(bob, photo, "first");
    backend.pass();
    CommentRow second = say(bob, backend.photo(ann), "second");
    say(ann, photo, "by somebody else");
    backend.pass();
    CommentRow third = say(bob, photo, "third");
    assertThat(store.by(bob.id(), Long.MAX_VALUE, ALL)).containsExactly(third, second, first);
    assertThat(store.by(bob.id(), third.sortKey(), 1)).containsExactly(second);
  }

  @Test
  void pages_of_what_somebody_said_about_several_photos_in_the_same_moment_leave_none_out() {
    List<CommentRow> said =
        Stream.generate(() -> say(bob, backend.photo(ann), "hello")).limit(7).toList();
    List<CommentRow> read = new ArrayList<>();
    List<CommentRow> page = store.by(bob.id(), Long.MAX_VALUE, 2);
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(2);
      read.addAll(page);
      page = store.by(bob.id(), page.getLast().sortKey(), 2);
    }
    assertThat(read).containsExactlyInAnyOrderElementsOf(said);
  }

  @Test
  void all_that_somebody_said_can_be_forgotten_and_others_words_stay() {
    CommentRow anns = say(ann, photo, "ann's");
    say(bob, photo, "bob's");
    store.remove(say(bob, photo, "deleted before", "name").orElseThrow());
    say(bob, backend.photo(bob), "elsewhere", "name");
    List<CommentRow> some = store.by(bob.id(), Long.MAX_VALUE, 2);
    while (!some.isEmpty()) {
      some.forEach(store::forget);
      some = store.by(bob.id(), Long.MAX_VALUE, 2);
    }
    assertThat(on(photo)).containsExactly(anns);
    assertThatTheCountIsThatOfTheList();
  }

  @Test
  void comments_go_with_their_photo_and_none_comes_after() {
    CommentRow said = say(bob, photo, "said", "name").orElseThrow();
    backend.remove(photo);
    assertThat(on(photo)).isEmpty();
    assertThat(store.find(photo, said.commentId())).isEmpty();
    assertThat(store.by(bob.id(), Long.MAX_VALUE, ALL)).isEmpty();
    assertThat(say(bob, photo, "too late", null)).isEmpty();
    store.remove(said);
    assertThat(on(photo)).isEmpty();
  }

  private CommentRow say(User author, String photoId, String text) {
    return say(author, photoId, text, null).orElseThrow();
  }

  private Optional<CommentRow> say(
      User author, String photoId, String text, @Nullable String clientId) {
    return store.add(new NewComment(photoId, author.id(), author.username(), text, clientId, null));
  }

  private List<CommentRow> sayMany(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> say(i % 2 == 0 ? ann : bob, photo, "comment " + i))
        .toList();
  }

  private CommentRow removed(CommentRow said) {
    store.remove(said);
    return said;
  }

  private List<CommentRow> on(String photoId) {
    return store.on(photoId, 0, ALL, NOBODY);
  }

  private static CommentKey key(CommentRow said) {
    return new CommentKey(said.photoId(), said.commentId());
  }

  private void assertThatTheCountIsThatOfTheList() {
    List<CommentRow> list = on(photo);
    PhotoItem item = backend.item(photo, 0).orElseThrow();
    assertThat(item.commentCount()).isEqualTo(list.size());
    Optional<String> newest =
        Optional.ofNullable(item.latest()).map(PhotoItem.LatestComment::commentId);
    assertThat(newest)
        .isEqualTo(list.isEmpty() ? Optional.empty() : Optional.of(list.getLast().commentId()));
  }
}
