package lumina.access;

import java.util.List;
import java.util.Map;

/// Decides who sees which photos: the one policy, as SQL conditions over rows of photos. Every list
/// and look-up of photos uses it, one of two forms:
///
/// - [#opens] for what is about one photo, whose address the viewer knows,
/// - [#LISTED] for lists by anything but an album, and for counts. They are counted ahead by
///   audience, and what is shown in an album for three people does not appear in a search.
///
/// A new way to see a photo is one more grant; [#amongFriends] and the counts of `topic/TopicStore`
/// must agree with those by audience.
public final class Visibility {
  /// The audiences that make a photo `p` visible to others than its owner; one of them suffices.
  private static final String GRANTED =
      String.join(
          " OR ",
          List.of(
              "p.audience = 'public'",
              "(p.audience = 'friends' AND (p.user_id = :friend_of OR %s))"
                  .formatted(Friends.ofViewer("p.user_id"))));

  static final String NOT_BLOCKED = Blocks.noneBetweenViewerAnd("p.user_id");

  /// A photo `p` is not in the trash. A photo in the trash is private, so only its owner sees it,
  /// and no list but that of the trash shows it.
  public static final String NOT_IN_TRASH = "p.trashed_at = 0";

  /// The audience of a photo `p` includes the viewer: the viewer owns it, or a grant matches and no
  /// block hides it. Also for rows that count photos by audience.
  public static final String BY_AUDIENCE =
      "(p.user_id = :viewer OR ((%s) AND %s))".formatted(GRANTED, NOT_BLOCKED);

  /// The viewer may open a photo `p`: its audience includes them, or an album or a message shows it
  /// to them.
  public static final String OPEN =
      "(p.user_id = :viewer OR ((%s OR %s OR %s) AND %s))"
          .formatted(
              GRANTED, AlbumVisibility.ANY_SHOWS_VIEWER, PhotoReaders.INCLUDE_VIEWER, NOT_BLOCKED);

  /// A list shows the viewer a photo `p`.
  public static final String LISTED = "(%s AND %s)".formatted(NOT_IN_TRASH, BY_AUDIENCE);

  /// A photo `p` belongs to the viewer or to a friend.
  public static final String OF_VIEWER_OR_FRIENDS =
      "(p.user_id = :viewer OR %s)".formatted(Friends.ofViewer("p.user_id"));

  private Visibility() {}

  /// The viewer may open a photo `p`; a guest of a link opens what the link shows, and nothing
  /// else.
  public static String opens(Viewer viewer) {
    return viewer instanceof Viewer.Guest ? LinkVisibility.shows(":share") : OPEN;
  }

  /// A shorter form of [#LISTED] for photos of the viewer and of friends, which an index can
  /// answer.
  public static String amongFriends(String photo) {
    return "(%1$s.trashed_at = 0 AND (%1$s.audience <> 'private' OR %1$s.user_id = :viewer))"
        .formatted(photo);
  }

  /// The SQL parameters of these conditions.
  public static Map<String, Object> parameters(Viewer viewer) {
    return switch (viewer) {
      case Viewer.FriendOf friend -> Map.of("viewer", 0L, "friend_of", friend.personId());
      case Viewer.Person _, Viewer.Anonymous _, Viewer.AnyoneBut _ ->
          Map.of("viewer", viewer.userId(), "friend_of", 0L);
      case Viewer.Guest guest -> Map.of("viewer", guest.userId(), "share", guest.shareId());
    };
  }
}
