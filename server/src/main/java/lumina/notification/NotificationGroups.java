package lumina.notification;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lumina.access.AlbumVisibility;
import lumina.access.Blocks;
import lumina.access.Viewer;
import lumina.access.Viewer.Person;
import lumina.access.Visibility;
import lumina.account.UserStore;
import lumina.http.list.Cursor;
import lumina.http.list.Page;
import lumina.id.SortKey;
import lumina.photo.IndexEntry;
import lumina.storage.sql.Rows;
import lumina.text.Reaction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Reads notifications in groups of the same kind about the same photo or album, without those that
/// the reader may not see (any more), and without people whom a block separates from the reader.
@Repository
@Transactional(readOnly = true)
class NotificationGroups {
  /// Notifications of the same kind about the same photo or album.
  ///
  /// @param last the newest of its rows
  /// @param subject the id of the photo or album, or empty
  /// @param audience of that photo
  /// @param version of that photo's addresses
  /// @param people number of people
  /// @param least the first of the words of its reactions, empty for hearts
  /// @param most the last of them
  /// @param commentId the newest comment, empty if the notification has none
  record Group(
      long last,
      String kind,
      String subject,
      @Nullable String audience,
      @Nullable Long version,
      long people,
      String commentId,
      long at,
      boolean seen,
      String least,
      String most) {
    /// The reaction of all people of a group of likes; null if they differ.
    @Nullable Reaction reaction() {
      return kind.equals(NotificationKind.PHOTO_LIKED.word()) && least.equals(most)
          ? Reaction.stored(least)
          : null;
    }

    boolean isOfAlbum() {
      return NotificationKind.of(kind).isOfAlbum();
    }
  }

  /// @param guest whether they are a guest without an account, who has no profile
  record Actor(long id, String username, boolean guest) {
    private static Actor of(long id, String name) {
      return new Actor(id, name, Viewer.isGuest(id));
    }
  }

  /// A notification `n` is for the viewer: they may see what it is about, and who did it.
  static final String FOR_READER =
      """
      n.user_id = :viewer AND n.gone = 0 AND %s AND %s AND (n.subject = ''
        OR (%s AND EXISTS (
          SELECT 1 FROM albums a WHERE a.album_id = n.subject AND %s))
        OR EXISTS (
        SELECT 1 FROM photos p
        WHERE p.photo_id = n.subject AND %s AND %s AND %s AND %s))
      """
          .formatted(
              NotificationKind.IS_KNOWN,
              Blocks.noneBetweenViewerAnd("n.actor_id"),
              NotificationKind.IS_OF_ALBUM,
              AlbumVisibility.TO_VIEWER,
              Blocks.none("p.user_id", "n.actor_id"),
              IndexEntry.IS_KNOWN,
              Visibility.NOT_IN_TRASH,
              Visibility.OPEN);

  private final JdbcClient sql;
  private final UserStore users;

  NotificationGroups(JdbcClient sql, UserStore users) {
    this.sql = sql;
    this.users = users;
  }

  Page<Group> list(Person viewer, int limit, @Nullable String after) {
    Cursor cursor = new Cursor("notifications " + viewer.userId());
    List<Group> read =
        sql.sql(
                """
                SELECT g.last, n.kind, n.subject, g.people, n.comment_id, n.at, g.seen,
                  g.least, g.most,
                  (SELECT p.audience FROM photos p WHERE p.photo_id = n.subject) AS audience,
                  (SELECT p.version FROM photos p WHERE p.photo_id = n.subject) AS version
                FROM (SELECT max(n.sort_key) AS last, count(*) AS people, min(n.seen) AS seen,
                        min(n.text) AS least, max(n.text) AS most
                      FROM notifications n WHERE %s
                      GROUP BY n.kind, n.subject,
                        CASE WHEN n.subject = '' THEN n.sort_key END) g
                JOIN notifications n ON n.sort_key = g.last
                WHERE g.last < :before ORDER BY g.last DESC LIMIT :rows
                """
                    .formatted(FOR_READER))
            .params(Visibility.parameters(viewer))
            .param("before", cursor.read(after, SortKey.NEWEST))
            .param("rows", limit + 1)
            .query(Rows.of(Group.class))
            .list();
    return Page.of(read, limit, group -> cursor.at(group.last()));
  }

  /// Returns the people of a group, newest first.
  List<Actor> actors(Person viewer, Group group, int limit) {
    List<Long> ids =
        sql.sql(
                """
                SELECT n.actor_id FROM notifications n
                WHERE %s AND n.kind = :kind AND n.subject = :subject
                  AND (n.subject <> '' OR n.sort_key = :last)
                ORDER BY n.sort_key DESC LIMIT :limit
                """
                    .formatted(FOR_READER))
            .params(Visibility.parameters(viewer))
            .param("kind", group.kind())
            .param("subject", group.subject())
            .param("last", group.last())
            .param("limit", limit)
            .query((row, n) -> row.getLong(1))
            .list();
    Map<Long, String> names = users.names(ids);
    return ids.stream()
        .flatMap(id -> Stream.ofNullable(names.get(id)).map(name -> Actor.of(id, name)))
        .toList();
  }

  /// Counts the groups with unseen notifications.
  long unread(Person viewer) {
    return sql.sql(
            """
            SELECT count(*) FROM (
              SELECT 1 FROM notifications n WHERE n.seen = 0 AND %s
              GROUP BY n.kind, n.subject, CASE WHEN n.subject = '' THEN n.sort_key END) g
            """
                .formatted(FOR_READER))
        .params(Visibility.parameters(viewer))
        .query(Long.class)
        .single();
  }
}
