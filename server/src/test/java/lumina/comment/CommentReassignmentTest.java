package lumina.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import lumina.account.User;
import lumina.comment.CommentStore.CommentRow;
import lumina.comment.CommentStore.NewComment;
import lumina.photo.detail.PhotoItem;
import lumina.stores.Backend;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Comments of a guest become those of a person, on each backend.
@Tag("cloud")
class CommentReassignmentTest {
  private static final int ALL = 100;

  @ParameterizedTest
  @EnumSource
  void comments_can_get_another_author_and_stay_where_they_are(Backend backend) {
    CommentStore store = backend.get(CommentStore.class);
    User bob = backend.person("bob");
    String photo = backend.photo(bob);
    long guest = -bob.id();
    CommentRow first =
        store.add(new NewComment(photo, guest, "Guest", "first", "name", null)).orElseThrow();
    CommentRow last =
        store.add(new NewComment(photo, guest, "Guest", "last", null, null)).orElseThrow();
    store.reassign(first, bob.id(), bob.username());
    store.reassign(last, bob.id(), bob.username());
    List<CommentRow> now = store.on(photo, 0, ALL, Set.of());
    assertThat(now).extracting(CommentRow::text).containsExactly("first", "last");
    assertThat(now).extracting(CommentRow::userId).containsOnly(bob.id());
    assertThat(store.by(guest, Long.MAX_VALUE, ALL)).isEmpty();
    PhotoItem item = backend.item(photo, 0).orElseThrow();
    assertThat(item.latest()).extracting(PhotoItem.LatestComment::userId).isEqualTo(bob.id());
  }
}
