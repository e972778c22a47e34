package lumina.like;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lumina.access.Viewer;
import lumina.account.ChangesByPeople;
import lumina.account.PersonSummaries;
import lumina.account.PersonSummary;
import lumina.account.PersonalData;
import lumina.http.list.Cursor;
import lumina.http.list.Page;
import lumina.http.problem.Problem;
import lumina.id.SortKey;
import lumina.like.LikeStore.Like;
import lumina.photo.IndexEntry;
import lumina.photo.PhotoEvents;
import lumina.photo.PhotoStore;
import lumina.photo.VisibleItems;
import lumina.text.Reaction;
import lumina.text.ReactionCounts;
import lumina.text.ReactionCounts.ReactionCount;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Adds and removes likes.
@Component
public class Liking implements PersonalData {
  private static final int BATCH_SIZE = 100;
  private static final int MAX_TURNS = 100;

  /// The reactions now, and that of the viewer.
  ///
  /// @param likes how many people reacted, with any emoji
  /// @param reaction null if the viewer does not like it
  /// @param reactions how many people chose each emoji, the most frequent first
  public record Likes(
      long likes, boolean liked, @Nullable Reaction reaction, List<ReactionCount> reactions) {}

  /// Somebody who likes it; `likedAt` in milliseconds since 1970.
  ///
  /// @param guest whether they are a guest without an account, who has no profile
  record Liker(long id, String username, boolean guest, long likedAt, Reaction reaction) {}

  /// A photo that a person likes; `likedAt` in milliseconds since 1970.
  private record Liked(String photoId, long likedAt, Reaction reaction) {}

  private final PhotoStore photos;
  private final VisibleItems items;
  private final LikeStore store;
  private final PersonSummaries summaries;
  private final ChangesByPeople changes;

  Liking(
      PhotoStore photos,
      VisibleItems items,
      LikeStore store,
      PersonSummaries summaries,
      ChangesByPeople changes) {
    this.photos = photos;
    this.items = items;
    this.store = store;
    this.summaries = summaries;
    this.changes = changes;
  }

  /// Does nothing if they like it already, unless with another emoji.
  ///
  /// @param emoji of a [Reaction]; null for a heart, or the one that they have chosen before
  /// @throws Problem.Invalid if it is no reaction
  /// @throws Problem.NotFound if this viewer can see no such photo
  /// @throws Problem.Conflict if it is in the trash
  public Likes like(Viewer viewer, String photoId, @Nullable String emoji) {
    Reaction reaction = emoji == null ? Reaction.HEART : Reaction.of(emoji);
    IndexEntry photo = toChange(viewer, photoId);
    boolean changed =
        changes.make(
            viewer,
            () ->
                tell(
                    viewer,
                    photo,
                    store.add(photoId, viewer.userId(), reaction)
                        || (emoji != null && store.change(photoId, viewer.userId(), reaction))));
    Reaction mine =
        changed || emoji != null
            ? reaction
            : store.reaction(photoId, viewer.userId()).orElse(reaction);
    return now(viewer, photo, mine);
  }

  public Likes unlike(Viewer viewer, String photoId) {
    IndexEntry photo = toChange(viewer, photoId);
    var _ = changes.make(viewer, () -> tell(viewer, photo, store.remove(photoId, viewer.userId())));
    return now(viewer, photo, null);
  }

  private boolean tell(Viewer viewer, IndexEntry photo, boolean changed) {
    changes.publish(
        new PhotoEvents.Liked(photo.photoId(), photo.userId(), viewer.userId(), changed));
    return changed;
  }

  private Likes now(Viewer viewer, IndexEntry photo, @Nullable Reaction reaction) {
    ReactionCounts counts = store.count(photo.photoId()).minus(items.hiddenLikes(viewer, photo));
    return new Likes(counts.all(), reaction != null, reaction, counts.list());
  }

  /// Each call changes the like exactly once, even if others change it at the same time.
  public Likes toggle(Viewer viewer, String photoId) {
    for (int turn = 0; turn < MAX_TURNS; turn++) {
      IndexEntry photo = toChange(viewer, photoId);
      if (changes.make(
          viewer, () -> store.remove(photoId, viewer.userId()) && tell(viewer, photo, true))) {
        return now(viewer, photo, null);
      }
      if (changes.make(
          viewer,
          () -> store.add(photoId, viewer.userId(), Reaction.HEART) && tell(viewer, photo, true))) {
        return now(viewer, photo, Reaction.HEART);
      }
    }
    throw new Problem.NotFound("photo"); // it has a row in the index, but no details
  }

  /// Returns how a person reacts to a photo now, empty if they do not like it.
  public Optional<Reaction> reaction(long userId, String photoId) {
    return store.reaction(photoId, userId);
  }

  /// Lists the people who like a photo, latest first, without those whom a block hides from this
  /// viewer.
  Page<Liker> list(Viewer viewer, String photoId, int limit, @Nullable String after) {
    IndexEntry photo = require(viewer, photoId);
    Cursor cursor = new Cursor("likes " + photoId);
    Page<Like> page =
        Page.of(
            store.of(
                photoId,
                cursor.read(after, SortKey.NEWEST),
                limit + 1,
                items.hidden(viewer, photo)),
            limit,
            like -> cursor.at(like.sortKey()));
    Map<Long, PersonSummary> faces =
        summaries.of(viewer, page.items().stream().map(Like::userId).collect(Collectors.toSet()));
    List<Liker> likers =
        page.items().stream()
            .flatMap(
                like -> PersonSummary.visible(faces, like.userId()).map(face -> liker(like, face)))
            .toList();
    return new Page<>(likers, page.next());
  }

  private static Liker liker(Like like, PersonSummary face) {
    return new Liker(face.id(), face.username(), face.isGuest(), like.likedAt(), like.reaction());
  }

  @Override
  public String name() {
    return "likes";
  }

  @Override
  public void each(long userId, Consumer<Object> taker) {
    Page.each(
        SortKey.NEWEST,
        before -> store.by(userId, before, BATCH_SIZE),
        Like::sortKey,
        like -> taker.accept(new Liked(like.photoId(), like.likedAt(), like.reaction())));
  }

  @Override
  public void forget(long userId) {
    List<Like> some = store.by(userId, SortKey.NEWEST, BATCH_SIZE);
    while (!some.isEmpty()) {
      some.forEach(like -> store.remove(like.photoId(), userId));
      some = store.by(userId, SortKey.NEWEST, BATCH_SIZE);
    }
  }

  /// Makes all likes of a guest those of a person, who likes each photo once. It can be repeated
  /// after an interruption.
  public void reassign(long guestId, long userId) {
    Page.each(
        SortKey.NEWEST,
        before -> store.by(guestId, before, BATCH_SIZE),
        Like::sortKey,
        like -> reassign(like, userId));
  }

  /// Does the same for one photo.
  public void reassign(long guestId, long userId, String photoId) {
    store.find(photoId, guestId).ifPresent(like -> reassign(like, userId));
  }

  private void reassign(Like like, long userId) {
    changes.publish(new PhotoEvents.LikeAdopted(like.photoId(), like.userId(), userId));
    store.reassign(like, userId);
  }

  private IndexEntry toChange(Viewer viewer, String photoId) {
    IndexEntry photo = require(viewer, photoId);
    photo.requireNotInTrash();
    changes.publish(new PhotoEvents.LikeChanging(photoId, viewer.userId()));
    return photo;
  }

  private IndexEntry require(Viewer viewer, String photoId) {
    return photos.entry(viewer, photoId).orElseThrow(() -> new Problem.NotFound("photo"));
  }
}
