package lumina.access;

/// Decides what a share link shows, as SQL conditions: a part of the one policy, see [Visibility],
/// which provides the parameters.
public final class LinkVisibility {
  private static final String CHOSEN =
      """
      EXISTS (SELECT 1 FROM shares s JOIN share_photos c ON c.share_id = s.share_id
        WHERE s.share_id = %s AND c.photo_id = p.photo_id AND p.user_id = s.user_id)\
      """;

  private static final String IN_ALBUM =
      """
      EXISTS (SELECT 1 FROM shares s JOIN albums a ON a.album_id = s.album_id
        JOIN album_photos c ON c.album_id = a.album_id
        WHERE s.share_id = %%s AND a.user_id = s.user_id AND c.photo_id = p.photo_id AND %s)\
      """
          .formatted(AlbumVisibility.SHOWN);

  /// The viewer may open a link `s`: no block exists between them and its owner, and its album, if
  /// it shows one, is still there.
  public static final String IS_OPEN =
      """
      (%s AND (s.album_id IS NULL OR EXISTS (
        SELECT 1 FROM albums a WHERE a.album_id = s.album_id AND a.user_id = s.user_id)))\
      """
          .formatted(Blocks.noneBetweenViewerAnd("s.user_id"));

  private LinkVisibility() {}

  /// A link shows a photo `p`: one that its owner owns and chose, or one that its album shows. A
  /// block hides the photo, also from people who have the link.
  ///
  /// @param link the SQL expression of its id
  public static String shows(String link) {
    return "(%s AND %s AND (%s OR %s))"
        .formatted(
            Visibility.NOT_IN_TRASH,
            Visibility.NOT_BLOCKED,
            CHOSEN.formatted(link),
            IN_ALBUM.formatted(link));
  }

  /// A link, which shows photos that its owner chose, shows a photo `p` that is one of them.
  ///
  /// @param link the SQL expression of its id
  public static String showsChosen(String link) {
    return "(%s AND %s AND %s)"
        .formatted(Visibility.NOT_IN_TRASH, Visibility.NOT_BLOCKED, CHOSEN.formatted(link));
  }
}
