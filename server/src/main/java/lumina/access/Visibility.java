package lumina.access;

import java.util.List;
import java.util.Map;

/// Who sees which photos: the one policy, as SQL conditions over rows of photos. Every surface asks
/// it. A new way to see a photo is one more grant.
public final class Visibility {
  /// What shows a photo `p` to others than its owner; one of them is enough.
  private static final List<String> GRANTS =
      List.of(
          "p.audience = 'public'",
          "(p.audience = 'friends' AND (p.user_id = :friend_of OR %s))"
              .formatted(Friends.ofViewer("p.user_id")));

  /// Whether a viewer sees a photo `p`: it is their own, or a grant shows it and no block hides it.
  public static final String TO_VIEWER =
      "(p.user_id = :viewer OR ((%s) AND %s))"
          .formatted(String.join(" OR ", GRANTS), Blocks.noneBetweenViewerAnd("p.user_id"));

  /// Whether a photo `p` is the viewer's or a friend's.
  public static final String OF_VIEWER_OR_FRIENDS =
      "(p.user_id = :viewer OR %s)".formatted(Friends.ofViewer("p.user_id"));

  private Visibility() {}

  /// What [#TO_VIEWER] comes to for a photo of the viewer or a friend: an index answers it.
  public static String amongFriends(String photo) {
    return "(%1$s.audience <> 'private' OR %1$s.user_id = :viewer)".formatted(photo);
  }

  /// What the conditions ask about a viewer.
  public static Map<String, Long> parameters(Viewer viewer) {
    long friendOf =
        switch (viewer) {
          case Viewer.FriendOf friend -> friend.personId();
          case Viewer.Person _, Viewer.Anonymous _ -> 0;
        };
    return Map.of("viewer", viewer.userId(), "friend_of", friendOf);
  }
}
