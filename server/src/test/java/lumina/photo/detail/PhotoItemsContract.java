package lumina.photo.detail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import lumina.access.Audience;
import lumina.account.User;
import lumina.comment.GivenComments;
import lumina.like.GivenLikes;
import lumina.photo.detail.PhotoItem.LatestComment;
import lumina.photo.detail.PhotoItems.Counts;
import lumina.stores.AtOnce;
import lumina.stores.Backend;
import lumina.text.Reaction;
import lumina.text.ReactionCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The contract of every store of photo details.
@Timeout(180)
abstract class PhotoItemsContract {
  private static final Picture LARGER =
      new Picture(5_678, 4_000, 3_000, "3OcRJYB4d3h/iIeHeEh3eIhw+j2w", true, true);

  private final Backend backend;
  private final PhotoItems items;
  private final User ann;
  private final User bob;

  PhotoItemsContract(Backend backend) {
    this.backend = backend;
    items = backend.get(PhotoItems.class);
    ann = backend.person("ann");
    bob = backend.person("bob");
  }

  @Test
  void a_photo_is_read_as_it_was_added() {
    String id = Backend.newId();
    PhotoText words =
        new PhotoText(
            "Sea",
            "Ærø, 海 and 👩‍👩‍👧\n" + "🌊".repeat(900),
            "three people, a \"boat\" & 🌊",
            List.of("slow travel", "🌊", "a"));
    NewPhoto photo = Backend.newPhoto(id, ann, words);
    items.add(photo, ann.username(), backend.now());
    PhotoItem item = read(id);
    assertThat(item.photoId()).isEqualTo(id);
    assertThat(item.details("Sea")).isEqualTo(photo.details());
    assertThat(item.likes()).isZero();
    assertThat(item.liked()).isFalse();
    assertThat(item.commentCount()).isZero();
    assertThat(item.latest()).isNull();
  }

  @Test
  void words_may_be_empty_or_many() {
    String id = photo();
    assertThat(text(id).caption()).isEmpty();
    assertThat(text(id).tags()).isEmpty();
    List<String> tags = IntStream.range(0, 30).mapToObj(i -> "tag " + i).toList();
    items.edit(id, new PhotoText.Edit("", "", null, tags), null);
    assertThat(text(id).tags()).isEqualTo(tags);
    items.edit(id, new PhotoText.Edit("", "", null, List.of()), null);
    assertThat(text(id).tags()).isEmpty();
  }

  @Test
  void what_has_no_item_is_left_out_and_nothing_is_read_of_nothing() {
    String id = photo();
    String missing = Backend.newId();
    assertThat(items.read(ann.id(), Map.of(id, 0L, missing, 0L))).containsOnlyKeys(id);
    assertThat(items.read(ann.id(), Map.of())).isEmpty();
    assertThat(items.deeds(Map.of(), Map.of())).isEmpty();
    assertThat(items.latestExcept(Set.of(ann.id()), missing)).isEmpty();
  }

  @Test
  void each_viewer_of_many_photos_sees_their_own_likes_and_everybody_the_same_counts() {
    String anns = photo();
    String both = photo();
    String nobodys = photo();
    GivenLikes.add(backend, anns, ann);
    GivenLikes.add(backend, both, ann);
    GivenLikes.add(backend, both, bob);
    Map<String, Long> photos = Map.of(anns, 9L, both, 9L, nobodys, 9L);
    assertThat(items.read(ann.id(), photos).values())
        .extracting(PhotoItem::photoId, PhotoItem::liked, PhotoItem::likes)
        .containsExactlyInAnyOrder(
            tuple(anns, true, 1L), tuple(both, true, 2L), tuple(nobodys, false, 0L));
    assertThat(items.read(bob.id(), photos).values())
        .extracting(PhotoItem::photoId, PhotoItem::liked)
        .contains(tuple(anns, false), tuple(both, true));
    assertThat(items.read(0, photos).values()).extracting(PhotoItem::liked).containsOnly(false);
  }

  @Test
  void an_edit_changes_the_words_alone_and_is_seen_at_once() {
    String id = photo();
    GivenLikes.add(backend, id, bob);
    GivenComments.add(backend, id, bob, "hello");
    PhotoItem before = read(id);
    items.edit(id, new PhotoText.Edit("Sea", "new 🌊", null, List.of("blue")), Audience.PRIVATE);
    PhotoItem after = read(id);
    assertThat(after.details("Sea").text())
        .isEqualTo(new PhotoText("Sea", "new 🌊", List.of("blue")));
    assertThat(after).usingRecursiveComparison().ignoringFields("details.text").isEqualTo(before);
  }

  @Test
  void what_an_original_tells_anew_changes_the_picture_alone_and_is_seen_at_once() {
    String id = photo();
    GivenLikes.add(backend, id, bob);
    items.edit(id, new PhotoText.Edit("Sea", "boat", null, List.of("blue")), null);
    PhotoItem before = read(id);
    items.describe(id, LARGER);
    PhotoItem after = read(id);
    assertThat(after.details().picture()).isEqualTo(LARGER);
    assertThat(after)
        .usingRecursiveComparison()
        .ignoringFields("details.picture")
        .isEqualTo(before);
  }

  @Test
  void what_is_gone_is_neither_edited_nor_described() {
    String id = photo();
    backend.remove(id);
    items.edit(id, new PhotoText.Edit("", "back", null, List.of()), Audience.PUBLIC);
    items.describe(id, LARGER);
    assertThat(backend.item(id, ann.id())).isEmpty();
    items.remove(id);
    items.remove(Backend.newId());
  }

  @Test
  void likes_and_edits_at_once_are_all_kept() {
    String id = photo();
    List<Callable<Object>> deeds = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      User fan = backend.person("fan");
      deeds.add(() -> GivenLikes.add(backend, id, fan));
    }
    deeds.add(() -> GivenComments.add(backend, id, bob, "hello"));
    deeds.add(() -> edited(id));
    assertThat(AtOnce.failures(AtOnce.all(deeds))).isEmpty();
    assertThat(read(id).likes()).isEqualTo(4);
    assertThat(read(id).commentCount()).isEqualTo(1);
    assertThat(text(id).caption()).isEqualTo("edited");
  }

  @Test
  void what_some_people_did_is_counted_under_each_photo_by_itself() {
    String one = photo();
    String other = photo();
    String quiet = photo();
    User cem = backend.person("cem");
    for (String id : List.of(one, other)) {
      GivenLikes.add(backend, id, bob);
      GivenComments.add(backend, id, bob, "bob's");
      GivenComments.add(backend, id, cem, "cem's");
    }
    GivenComments.add(backend, other, bob, "bob's second");
    Map<String, Counts> deeds =
        items.deeds(
            Map.of(one, 9L, other, 9L, quiet, 9L),
            Map.of(
                one, Set.of(bob.id(), cem.id()),
                other, Set.of(bob.id()),
                quiet, Set.of(bob.id())));
    assertThat(Counts.in(deeds, one)).isEqualTo(new Counts(ReactionCounts.one(Reaction.HEART), 2));
    assertThat(Counts.in(deeds, other))
        .isEqualTo(new Counts(ReactionCounts.one(Reaction.HEART), 2));
    assertThat(Counts.in(deeds, quiet)).isEqualTo(new Counts(ReactionCounts.NONE, 0));
  }

  @Test
  void the_newest_comment_of_others_is_found_behind_many_of_some_people() {
    String id = photo();
    GivenComments.add(backend, id, ann, "older");
    String newest = GivenComments.add(backend, id, ann, "newest 🌊").orElseThrow();
    for (int i = 0; i < 25; i++) {
      GivenComments.add(backend, id, bob, "bob's");
    }
    LatestComment found = items.latestExcept(Set.of(bob.id()), id).orElseThrow();
    assertThat(found.commentId()).isEqualTo(newest);
    assertThat(found.userId()).isEqualTo(ann.id());
    assertThat(found.text()).isEqualTo("newest 🌊");
    assertThat(items.latestExcept(Set.of(ann.id(), bob.id()), id)).isEmpty();
  }

  @Test
  void a_photo_goes_with_what_was_said_and_done_about_it_and_others_stay() {
    String id = photo();
    String other = photo();
    for (String each : List.of(id, other)) {
      GivenLikes.add(backend, each, bob);
      IntStream.range(0, 30).forEach(i -> GivenComments.add(backend, each, bob, "hello"));
    }
    backend.remove(id);
    assertThat(backend.item(id, bob.id())).isEmpty();
    assertThat(GivenLikes.likes(backend, id, bob)).isFalse();
    assertThat(GivenComments.any(backend, id)).isFalse();
    PhotoItem stayed = backend.item(other, bob.id()).orElseThrow();
    assertThat(stayed.liked()).isTrue();
    assertThat(stayed.commentCount()).isEqualTo(30);
  }

  @Test
  void nothing_is_left_of_what_is_said_and_done_while_a_photo_goes() {
    String id = photo();
    List<Callable<Object>> deeds = new ArrayList<>();
    deeds.add(() -> removed(id));
    for (int i = 0; i < 3; i++) {
      User fan = backend.person("fan");
      deeds.add(() -> GivenLikes.add(backend, id, fan));
      deeds.add(() -> GivenComments.add(backend, id, fan, "hello"));
    }
    assertThat(AtOnce.failures(AtOnce.all(deeds))).isEmpty();
    assertThat(backend.item(id, 0)).isEmpty();
    assertThat(GivenComments.any(backend, id)).isFalse();
    assertThat(GivenLikes.any(backend, id)).isFalse();
  }

  private String photo() {
    return backend.photo(ann);
  }

  private PhotoItem read(String photoId) {
    return backend.item(photoId, 0).orElseThrow();
  }

  private PhotoText text(String photoId) {
    return read(photoId).details().text();
  }

  private String edited(String photoId) {
    items.edit(photoId, new PhotoText.Edit("", "edited", null, List.of()), null);
    return photoId;
  }

  private String removed(String photoId) {
    backend.remove(photoId);
    return photoId;
  }
}
