package lumina.access;

import java.util.List;
import java.util.Map;

/// Decides who sees which photos: the one policy, as SQL conditions over rows of photos. Every list
/// and look-up of photos uses it. A new way to see a photo is one more grant; [#amongFriends] and
/// the counts of `topic/TopicStore` must agree with it.
public final class Visibility {
  /// The conditions that make a photo `p` visible to others than its owner; one of them suffices.
  private static final List<String> GRANTS =
      List.of(
          "p.audience = 'public'",
          "(p.audience = 'friends' AND (p.user_id = :friend_of OR %s))"
              .formatted(Friends.ofViewer("p.user_id")));

  /// The viewer sees a photo `p`: the viewer owns it, or a grant matches and no block hides it.
  public static final String TO_VIEWER =
      "(p.user_id = :viewer OR ((%s) AND %s))"
          .formatted(String.join(" OR ", GRANTS), Blocks.noneBetweenViewerAnd("p.user_id"));

  /// A photo `p` is not in the trash. A photo in the trash is private, so only its owner sees it,
  /// and no list but that of the trash shows it.
  public static final String NOT_IN_TRASH = "p.trashed_at = 0";

  /// A list shows the viewer a photo `p`.
  public static final String LISTED = "(%s AND %s)".formatted(NOT_IN_TRASH, TO_VIEWER);

  /// A photo `p` belongs to the viewer or to a friend.
  public static final String OF_VIEWER_OR_FRIENDS =
      "(p.user_id = :viewer OR %s)".formatted(Friends.ofViewer("p.user_id"));

  private Visibility() {}

  /// A shorter form of [#LISTED] for photos of the viewer and of friends, which an index can
  /// answer.
  public static String amongFriends(String photo) {
    return "(%1$s.trashed_at = 0 AND (%1$s.audience <> 'private' OR %1$s.user_id = :viewer))"
        .formatted(photo);
  }

  /// The SQL parameters of these conditions.
  public static Map<String, Long> parameters(Viewer viewer) {
    long friendOf =
        switch (viewer) {
          case Viewer.FriendOf friend -> friend.personId();
          case Viewer.Person _, Viewer.Anonymous _ -> 0;
        };
    return Map.of("viewer", viewer.userId(), "friend_of", friendOf);
  }
}
