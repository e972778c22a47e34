package lumina.access;

import java.util.List;

/// Decides who sees which albums, and which photos in them, as SQL conditions over rows of albums:
/// a part of the one policy, see [Visibility], which provides the parameters.
public final class AlbumVisibility {
  /// The conditions that make an album `a` visible to others than its owner; one of them suffices.
  private static final List<String> GRANTS =
      List.of(
          "a.audience = 'public'",
          "(a.audience = 'friends' AND (a.user_id = :friend_of OR %s))"
              .formatted(Friends.ofViewer("a.user_id")),
          "(a.audience = 'members' AND %s)".formatted(hasMember(":viewer")));

  /// The viewer sees an album `a`.
  public static final String TO_VIEWER =
      "(a.user_id = :viewer OR ((%s) AND %s))"
          .formatted(String.join(" OR ", GRANTS), Blocks.noneBetweenViewerAnd("a.user_id"));

  /// An album `a`, in which a photo `p` is, shows it: the photo of a member only as long as the
  /// album is for others, too. A word of a newer version counts as private.
  static final String SHOWN =
      """
      (%s AND (p.user_id = a.user_id
        OR (a.audience IN ('members', 'friends', 'public') AND %s)))\
      """
          .formatted(Visibility.NOT_IN_TRASH, hasMember("p.user_id"));

  /// An album `a` that the viewer sees, in which a photo `p` is, shows it to the viewer.
  public static final String SHOWS_VIEWER =
      "(%s AND %s)".formatted(SHOWN, Blocks.noneBetweenViewerAnd("p.user_id"));

  /// A photo `p` is in any album that shows it to the viewer.
  static final String ANY_SHOWS_VIEWER =
      """
      EXISTS (SELECT 1 FROM album_photos l JOIN albums a ON a.album_id = l.album_id
        WHERE l.photo_id = p.photo_id AND %s AND %s)\
      """
          .formatted(TO_VIEWER, SHOWN);

  private AlbumVisibility() {}

  /// The person in a column is a member of an album `a`. A membership ends with the friendship,
  /// even if its row is still there.
  public static String hasMember(String person) {
    return """
    (EXISTS (SELECT 1 FROM album_members m WHERE m.album_id = a.album_id AND m.user_id = %1$s)
      AND %2$s)\
    """
        .formatted(person, Friends.are("a.user_id", person));
  }
}
