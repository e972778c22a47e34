package lumina.like;

import static lumina.text.Reaction.FIRE;
import static lumina.text.Reaction.HEART;
import static lumina.text.Reaction.LAUGH;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lumina.account.User;
import lumina.id.SortKey;
import lumina.like.LikeStore.Like;
import lumina.photo.detail.PhotoItem;
import lumina.stores.AtOnce;
import lumina.stores.Backend;
import lumina.text.Reaction;
import lumina.text.ReactionCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The contract of every like store.
@Timeout(180)
abstract class LikeStoreContract {
  private static final Set<Long> NOBODY = Set.of();
  private static final int ALL = 100;

  private final Backend backend;
  private final LikeStore store;
  private final User ann;
  private final User bob;
  private final String photo;

  LikeStoreContract(Backend backend) {
    this.backend = backend;
    store = backend.get(LikeStore.class);
    ann = backend.person("ann");
    bob = backend.person("bob");
    photo = backend.photo(ann);
  }

  @Test
  void the_same_like_twice_counts_once() {
    assertThat(store.add(photo, bob.id(), HEART)).isTrue();
    assertThat(store.add(photo, bob.id(), HEART)).isFalse();
    assertThat(store.reaction(photo, bob.id())).contains(HEART);
    assertThat(store.reaction(photo, ann.id())).isEmpty();
    assertThat(of(photo)).containsExactly(bob.id());
    assertThatTheCountIsThatOfTheList();
  }

  @Test
  void a_like_tells_who_liked_what_and_when() {
    long before = backend.now();
    store.add(photo, bob.id(), HEART);
    Like like = store.of(photo, Long.MAX_VALUE, ALL, NOBODY).getFirst();
    assertThat(like.photoId()).isEqualTo(photo);
    assertThat(like.userId()).isEqualTo(bob.id());
    assertThat(like.likedAt()).isBetween(before, backend.now());
    assertThat(like.sortKey()).isEqualTo(SortKey.ofAction(like.likedAt(), photo, bob.id()));
    assertThat(store.by(bob.id(), Long.MAX_VALUE, ALL)).containsExactly(like);
  }

  @Test
  void a_like_can_become_that_of_somebody_else_and_stays_where_it_is() {
    long guest = -bob.id();
    store.add(photo, guest, HEART);
    Like like = store.of(photo, Long.MAX_VALUE, ALL, NOBODY).getFirst();
    store.reassign(like, bob.id());
    Like moved = store.of(photo, Long.MAX_VALUE, ALL, NOBODY).getFirst();
    assertThat(moved).isEqualTo(like.of(bob.id()));
    assertThat(store.by(guest, Long.MAX_VALUE, ALL)).isEmpty();
    store.add(photo, guest, HEART);
    store.reassign(like.of(guest), bob.id());
    assertThat(of(photo)).containsExactly(bob.id());
    assertThatTheCountIsThatOfTheList();
  }

  @Test
  void a_like_taken_back_twice_is_taken_back_once_and_may_be_given_again() {
    store.add(photo, ann.id(), HEART);
    store.add(photo, bob.id(), HEART);
    assertThat(store.remove(photo, bob.id())).isTrue();
    assertThat(store.remove(photo, bob.id())).isFalse();
    assertThat(store.reaction(photo, bob.id())).isEmpty();
    assertThat(of(photo)).containsExactly(ann.id());
    assertThatTheCountIsThatOfTheList();
    assertThat(store.add(photo, bob.id(), HEART)).isTrue();
    assertThatTheCountIsThatOfTheList();
  }

  @Test
  void whoever_looks_at_the_photo_sees_the_count_and_their_own_like() {
    store.add(photo, bob.id(), HEART);
    assertThat(backend.item(photo, bob.id()).orElseThrow().liked()).isTrue();
    assertThat(backend.item(photo, ann.id()).orElseThrow().liked()).isFalse();
    store.remove(photo, bob.id());
    assertThat(backend.item(photo, bob.id())).map(PhotoItem::liked).contains(false);
  }

  @Test
  void a_like_may_have_another_emoji_and_change_it() {
    store.add(photo, ann.id(), LAUGH);
    store.add(photo, bob.id(), HEART);
    assertThat(store.add(photo, bob.id(), LAUGH)).isFalse();
    assertThat(store.reaction(photo, bob.id())).contains(HEART);
    for (Reaction next : List.of(LAUGH, FIRE, HEART, FIRE)) {
      assertThat(store.change(photo, bob.id(), next)).isTrue();
      assertThat(store.change(photo, bob.id(), next)).isFalse();
      assertThat(backend.item(photo, bob.id()).orElseThrow().reaction()).isEqualTo(next);
      assertThatTheCountIsThatOfTheList();
    }
    assertThat(store.count(photo))
        .isEqualTo(ReactionCounts.one(LAUGH).plus(ReactionCounts.one(FIRE)));
    assertThat(store.remove(photo, bob.id())).isTrue();
    assertThat(store.change(photo, bob.id(), LAUGH)).isFalse();
    assertThatTheCountIsThatOfTheList();
  }

  @Test
  void one_who_changes_their_emoji_several_times_at_once_is_counted_once() {
    store.add(photo, bob.id(), HEART);
    List<Callable<Boolean>> deeds =
        Stream.of(LAUGH, FIRE, Reaction.WOW, Reaction.SAD)
            .map(emoji -> (Callable<Boolean>) () -> store.change(photo, bob.id(), emoji))
            .toList();
    assertThat(AtOnce.<Boolean>all(deeds)).extracting(Future::resultNow).containsOnly(true);
    assertThatTheCountIsThatOfTheList();
  }

  @Test
  void those_who_like_a_photo_are_listed_latest_first() {
    List<Long> people = new ArrayList<>();
    for (User person : people(5)) {
      backend.pass();
      store.add(photo, person.id(), HEART);
      people.addFirst(person.id());
    }
    assertThat(of(photo)).isEqualTo(people);
    assertThat(store.of(photo, Long.MAX_VALUE, 2, NOBODY))
        .extracting(Like::userId)
        .isEqualTo(people.subList(0, 2));
  }

  @Test
  void pages_of_those_who_liked_in_the_same_moment_leave_none_out() {
    List<User> people = people(7);
    people.forEach(person -> store.add(photo, person.id(), HEART));
    assertThat(inPagesOfTwo(before -> store.of(photo, before, 2, NOBODY)))
        .extracting(Like::userId)
        .containsExactlyInAnyOrderElementsOf(people.stream().map(User::id).toList());
  }

  @Test
  void a_page_goes_on_where_the_last_one_ended_whoever_likes_or_not_meanwhile() {
    List<User> people = people(5);
    people.forEach(person -> store.add(photo, person.id(), HEART));
    List<Like> all = store.of(photo, Long.MAX_VALUE, ALL, NOBODY);
    Like cursor = all.get(1);
    store.remove(photo, cursor.userId());
    store.remove(photo, all.get(3).userId());
    backend.pass();
    store.add(photo, ann.id(), HEART);
    assertThat(store.of(photo, cursor.sortKey(), ALL, NOBODY))
        .containsExactly(all.get(2), all.get(4));
  }

  @Test
  void a_page_is_full_though_some_people_are_passed_over() {
    List<User> people = people(6);
    people.forEach(person -> store.add(photo, person.id(), HEART));
    List<Like> all = store.of(photo, Long.MAX_VALUE, ALL, NOBODY);
    Set<Long> hidden = Set.of(all.get(0).userId(), all.get(2).userId());
    assertThat(store.of(photo, Long.MAX_VALUE, 3, hidden))
        .containsExactly(all.get(1), all.get(3), all.get(4));
  }

  @Test
  void what_somebody_likes_is_listed_latest_first() {
    List<String> photos = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      backend.pass();
      photos.addFirst(backend.photo(ann));
      store.add(photos.getFirst(), bob.id(), HEART);
    }
    store.add(photo, ann.id(), HEART);
    assertThat(inPagesOfTwo(before -> store.by(bob.id(), before, 2)))
        .extracting(Like::photoId)
        .isEqualTo(photos);
  }

  @Test
  void pages_of_what_somebody_liked_in_the_same_moment_leave_none_out() {
    List<String> photos = Stream.generate(() -> backend.photo(ann)).limit(7).toList();
    photos.forEach(each -> store.add(each, bob.id(), HEART));
    assertThat(inPagesOfTwo(before -> store.by(bob.id(), before, 2)))
        .extracting(Like::photoId)
        .containsExactlyInAnyOrderElementsOf(photos);
  }

  @Test
  void everybody_who_likes_at_once_is_counted() {
    List<Callable<Boolean>> deeds =
        people(6).stream()
            .map(person -> (Callable<Boolean>) () -> store.add(photo, person.id(), HEART))
            .toList();
    assertThat(AtOnce.<Boolean>all(deeds)).extracting(Future::resultNow).containsOnly(true);
    assertThat(of(photo)).hasSize(6);
    assertThatTheCountIsThatOfTheList();
  }

  @Test
  void one_who_likes_and_thinks_again_several_times_at_once_is_counted_once() {
    Callable<Boolean> like = () -> store.add(photo, bob.id(), HEART);
    assertThat(AtOnce.<Boolean>all(Collections.nCopies(4, like)))
        .extracting(Future::resultNow)
        .containsOnlyOnce(true);
    assertThatTheCountIsThatOfTheList();
    Callable<Boolean> unlike = () -> store.remove(photo, bob.id());
    assertThat(AtOnce.<Boolean>all(Collections.nCopies(4, unlike)))
        .extracting(Future::resultNow)
        .containsOnlyOnce(true);
    assertThatTheCountIsThatOfTheList();
  }

  @Test
  void all_likes_of_somebody_can_be_taken_back_and_others_stay() {
    store.add(photo, ann.id(), HEART);
    IntStream.range(0, 3).forEach(i -> store.add(backend.photo(ann), bob.id(), HEART));
    store.add(photo, bob.id(), HEART);
    store.by(bob.id(), Long.MAX_VALUE, ALL).forEach(like -> store.remove(like.photoId(), bob.id()));
    assertThat(store.by(bob.id(), Long.MAX_VALUE, ALL)).isEmpty();
    assertThat(of(photo)).containsExactly(ann.id());
    assertThatTheCountIsThatOfTheList();
  }

  @Test
  void likes_go_with_their_photo_and_none_comes_after() {
    store.add(photo, bob.id(), HEART);
    backend.remove(photo);
    assertThat(store.add(photo, ann.id(), HEART)).isFalse();
    assertThat(store.remove(photo, bob.id())).isFalse();
    assertThat(store.reaction(photo, bob.id())).isEmpty();
    assertThat(store.count(photo)).isEqualTo(ReactionCounts.NONE);
    assertThat(of(photo)).isEmpty();
    assertThat(store.by(bob.id(), Long.MAX_VALUE, ALL)).isEmpty();
    assertThat(store.by(ann.id(), Long.MAX_VALUE, ALL)).isEmpty();
  }

  private List<User> people(int count) {
    return Stream.generate(() -> backend.person("fan")).limit(count).toList();
  }

  private List<Long> of(String photoId) {
    return store.of(photoId, Long.MAX_VALUE, ALL, NOBODY).stream().map(Like::userId).toList();
  }

  private static List<Like> inPagesOfTwo(LongFunction<List<Like>> read) {
    List<Like> all = new ArrayList<>();
    List<Like> page = read.apply(Long.MAX_VALUE);
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(2);
      all.addAll(page);
      page = read.apply(page.getLast().sortKey());
    }
    return all;
  }

  private void assertThatTheCountIsThatOfTheList() {
    long count = store.count(photo).all();
    assertThat(count).isEqualTo(of(photo).size());
    assertThat(backend.item(photo, 0)).map(PhotoItem::likes).contains(count);
    ReactionCounts listed =
        store.of(photo, Long.MAX_VALUE, ALL, NOBODY).stream()
            .map(like -> ReactionCounts.one(like.reaction()))
            .reduce(ReactionCounts.NONE, ReactionCounts::plus);
    assertThat(store.count(photo)).isEqualTo(listed);
    assertThat(backend.item(photo, 0)).map(PhotoItem::reactions).contains(listed);
  }
}
