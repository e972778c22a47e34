package lumina.comment;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lumina.access.Blocks;
import lumina.access.HiddenPeople;
import lumina.access.Permission;
import lumina.access.Viewer;
import lumina.access.Viewer.Person;
import lumina.account.ChangesByPeople;
import lumina.account.PersonalData;
import lumina.comment.CommentStore.CommentRow;
import lumina.comment.CommentStore.NewComment;
import lumina.http.list.Cursor;
import lumina.http.list.Page;
import lumina.http.problem.Problem;
import lumina.id.Id;
import lumina.id.SortKey;
import lumina.photo.IndexEntry;
import lumina.photo.Photo;
import lumina.photo.PhotoStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Adds, lists and deletes comments, as their viewers may see them.
@Component
public class Commenting implements PersonalData {
  private static final int BATCH_SIZE = 100;

  /// Without one transaction a comment is announced together with those just before it, whose own
  /// announcements may still be under way. So events arrive in the order in which comments are
  /// listed.
  private static final int UNDER_WAY = 20;

  private static final Duration UNDER_WAY_FOR = Duration.ofMinutes(1);

  /// Event: somebody commented, now or earlier with the same `client_id`.
  ///
  /// @param quotedUserId who wrote the comment to which it replies, as far as its author sees that;
  ///   otherwise 0
  /// @param ownerId of the photo
  /// @param lately the comments just before it whose events can be missing, and the comment itself,
  ///   oldest first
  public record Commented(
      CommentRow comment, long quotedUserId, long ownerId, List<CommentKey> lately) {}

  /// Event: a comment is about to be deleted.
  public record Removing(CommentKey comment) {}

  /// Event: a comment was deleted.
  public record Removed(CommentKey comment, long authorId, long ownerId) {}

  private final CommentStore store;
  private final CommentReading reading;
  private final HiddenPeople blocks;
  private final PhotoStore photos;
  private final ChangesByPeople changes;

  Commenting(
      CommentStore store,
      CommentReading reading,
      HiddenPeople blocks,
      PhotoStore photos,
      ChangesByPeople changes) {
    this.store = store;
    this.reading = reading;
    this.blocks = blocks;
    this.photos = photos;
    this.changes = changes;
  }

  /// Adds a comment. If the same `client_id` was used under this photo before, returns the first
  /// comment instead (without its text if it was deleted meanwhile) and repeats its announcement,
  /// which may have been lost.
  ///
  /// @param replyTo the id of another comment on the photo, or null
  /// @throws Problem.NotFound if the photo does not exist, or the other comment
  /// @throws Problem.Conflict if it is in the trash
  /// @throws Problem.Unauthorized if the author's account is deleted
  public Comment add(
      Viewer author,
      IndexEntry photo,
      String text,
      @Nullable String clientId,
      @Nullable String replyTo) {
    photo.requireNotInTrash();
    if (replyTo != null && quoted(author, photo, Id.require("comment", replyTo)).isEmpty()) {
      throw missing();
    }
    NewComment comment =
        new NewComment(
            photo.photoId(), author.userId(), author.username(), text, clientId, replyTo);
    CommentRow said = changes.make(author, () -> told(author, photo, comment));
    return reading.read(author, List.of(said), it -> isVisible(author, photo, it)).stream()
        .findFirst()
        .orElseThrow(Problem.Unauthorized::notSignedIn);
  }

  private CommentRow told(Viewer author, IndexEntry photo, NewComment comment) {
    CommentRow said = store.add(comment).orElseThrow(() -> new Problem.NotFound("photo"));
    if (!said.deleted()) {
      long quoted =
          said.replyTo() == null
              ? 0
              : quoted(author, photo, said.replyTo()).map(CommentRow::userId).orElse(0L);
      changes.publish(new Commented(said, quoted, photo.userId(), lately(said)));
    }
    return said;
  }

  private Optional<CommentRow> quoted(Viewer viewer, IndexEntry photo, String commentId) {
    return store.find(photo.photoId(), commentId).filter(said -> isVisible(viewer, photo, said));
  }

  private boolean isVisible(Viewer viewer, IndexEntry photo, CommentRow said) {
    return !blocks
        .under(viewer, Set.of(photo.userId()))
        .under(photo.userId())
        .contains(said.userId());
  }

  private List<CommentKey> lately(CommentRow said) {
    if (changes.areComplete()) {
      return List.of(key(said));
    }
    long begin = said.createdAt() - UNDER_WAY_FOR.toMillis();
    return Stream.concat(
            store.justBefore(said, UNDER_WAY).stream().filter(it -> it.createdAt() >= begin),
            Stream.of(said))
        .map(Commenting::key)
        .toList();
  }

  private static CommentKey key(CommentRow said) {
    return new CommentKey(said.photoId(), said.commentId());
  }

  /// Comments on a photo, oldest first, without those that a block hides from this viewer.
  public Page<Comment> list(Viewer viewer, Photo photo, int limit, @Nullable String after) {
    Cursor cursor = new Cursor("comments " + photo.photoId());
    Set<Long> hidden = blocks.under(viewer, Set.of(photo.userId())).under(photo.userId());
    Page<CommentRow> page =
        Page.of(
            store.on(photo.photoId(), cursor.read(after, 0), limit + 1, hidden),
            limit,
            said -> cursor.at(said.sortKey()));
    return new Page<>(
        reading.read(viewer, page.items(), said -> !hidden.contains(said.userId())), page.next());
  }

  /// Those of these comments that the viewer may read, by id.
  ///
  /// @param among photos that the viewer sees, by id
  public Map<String, Comment> among(
      Viewer viewer, Map<String, Photo> among, Collection<CommentKey> keys) {
    Set<CommentKey> wanted =
        keys.stream().filter(key -> among.containsKey(key.photoId())).collect(Collectors.toSet());
    if (wanted.isEmpty()) {
      return Map.of();
    }
    Blocks.Hidden hidden =
        blocks.under(viewer, among.values().stream().map(Photo::userId).toList());
    Predicate<CommentRow> isVisible =
        said -> !hidden.under(owner(among, said)).contains(said.userId());
    List<CommentRow> found = store.among(wanted).values().stream().filter(isVisible).toList();
    return reading.read(viewer, found, isVisible).stream()
        .collect(Collectors.toMap(Comment::commentId, comment -> comment));
  }

  private static long owner(Map<String, Photo> among, CommentRow said) {
    return Objects.requireNonNull(among.get(said.photoId())).userId();
  }

  /// @throws Problem.NotFound if there is no such comment
  public long author(String photoId, String commentId) {
    return store.find(photoId, commentId).orElseThrow(Commenting::missing).userId();
  }

  /// Deletes a comment. Its author and the owner of the photo may, regardless of blocks and
  /// audiences.
  ///
  /// @throws Problem.NotFound if this person sees no such comment
  /// @throws Problem.Forbidden if this person is neither its author nor the owner of the photo
  public void remove(Viewer viewer, String photoId, String commentId) {
    CommentRow said = store.find(photoId, commentId).orElseThrow(Commenting::missing);
    long owner = photos.owner(photoId).orElseThrow(Commenting::missing);
    Permission permission = Permission.toDeleteComment(said.userId(), owner);
    if (!permission.isOf(viewer.userId()) && !reads(viewer, said)) {
      throw missing();
    }
    permission.require(viewer.userId());
    changes.publish(new Removing(key(said)));
    store.remove(said);
    changes.publish(new Removed(key(said), said.userId(), owner));
  }

  private boolean reads(Viewer viewer, CommentRow said) {
    Map<String, Photo> photo = photos.among(viewer, Set.of(said.photoId()));
    return !among(viewer, photo, Set.of(key(said))).isEmpty();
  }

  /// Makes a person the author of all comments of a guest. It can be repeated after an
  /// interruption.
  public void reassign(long guestId, Person author) {
    Page.each(
        SortKey.NEWEST,
        before -> store.by(guestId, before, BATCH_SIZE),
        CommentRow::sortKey,
        said -> store.reassign(said, author.userId(), author.username()));
  }

  private static Problem missing() {
    return new Problem.NotFound("comment");
  }

  @Override
  public String name() {
    return "comments";
  }

  /// A comment in the export; `createdAt` in milliseconds since 1970.
  public record ExportedComment(
      String commentId, String photoId, String text, long createdAt, @Nullable String replyTo) {}

  @Override
  public void each(long userId, Consumer<Object> taker) {
    Page.each(
        SortKey.NEWEST,
        before -> store.by(userId, before, BATCH_SIZE),
        CommentRow::sortKey,
        said -> {
          if (!said.deleted()) {
            taker.accept(
                new ExportedComment(
                    said.commentId(),
                    said.photoId(),
                    said.text(),
                    said.createdAt(),
                    said.replyTo()));
          }
        });
  }

  @Override
  public void forget(long userId) {
    List<CommentRow> some = store.by(userId, SortKey.NEWEST, BATCH_SIZE);
    while (!some.isEmpty()) {
      some.forEach(store::forget);
      some = store.by(userId, SortKey.NEWEST, BATCH_SIZE);
    }
  }
}
