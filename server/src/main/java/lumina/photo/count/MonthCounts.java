package lumina.photo.count;

import java.util.List;
import java.util.Optional;
import lumina.access.Viewer;
import lumina.access.Visibility;
import lumina.storage.sql.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Counts the photos of each person in each month for each audience, so that a timeline does not
/// get slower as photos are added.
///
/// A count changes in the transaction that changes the photo. Photos that older versions add are
/// not counted until [MonthRecount] finds them, and a list adds them up. A photo whose time is so
/// far away that it is in no month is counted in none.
@Repository
@Transactional
public class MonthCounts {
  private static final String LIST =
      """
      SELECT month, sum(photos) AS photos FROM (
        SELECT p.month, p.photos FROM month_counts p WHERE p.user_id = :owner AND %1$s
        UNION ALL
        SELECT p.month, 1 FROM photos p WHERE p.user_id = :owner AND p.counted = 0
          AND p.trashed_at = 0 AND p.month IS NOT NULL AND %1$s) m
      GROUP BY month ORDER BY month DESC
      """
          .formatted(Visibility.BY_AUDIENCE);

  /// The photos that are counted together.
  private record Group(long userId, String audience, int month) {
    List<?> key() {
      return List.of(userId, audience, month);
    }
  }

  /// @param month as in 202405
  public record Month(int month, long photos) {}

  private final JdbcClient sql;
  private final CountTable counts;

  MonthCounts(JdbcClient sql) {
    this.sql = sql;
    this.counts = new CountTable(sql, "month_counts", "user_id", "audience", "month");
  }

  /// Returns the months in which a person took photos that this viewer may see, newest first.
  @Transactional(readOnly = true)
  public List<Month> list(Viewer viewer, long owner) {
    return sql.sql(LIST)
        .params(Visibility.parameters(viewer))
        .param("owner", owner)
        .query(Rows.of(Month.class))
        .list();
  }

  /// Counts a photo. If there is no such photo, nothing happens.
  void add(long sortKey) {
    sql.sql("UPDATE photos SET counted = 1 WHERE sort_key = :sort_key")
        .param("sort_key", sortKey)
        .update();
    counted(sortKey).map(Group::key).ifPresent(counts::increment);
  }

  /// Stops counting a photo whose row is locked. If it is not counted, nothing happens.
  void subtract(long sortKey) {
    counted(sortKey).map(Group::key).ifPresent(counts::decrement);
  }

  private Optional<Group> counted(long sortKey) {
    return sql.sql(
            """
            SELECT user_id, audience, month FROM photos
            WHERE sort_key = :sort_key AND counted = 1 AND trashed_at = 0 AND month IS NOT NULL
            """)
        .param("sort_key", sortKey)
        .query(Rows.of(Group.class))
        .optional();
  }

  /// Returns people whose photos are not all counted, or whose counts are wrong: an older version
  /// that runs beside this one changes photos without the counts.
  List<Long> peopleToRecount() {
    return sql.sql(
            """
            SELECT DISTINCT user_id FROM (
              SELECT user_id FROM (
                SELECT user_id, audience, month, 1 AS photos FROM photos
                WHERE trashed_at = 0 AND month IS NOT NULL
                UNION ALL SELECT user_id, audience, month, -photos FROM month_counts) c
              GROUP BY user_id, audience, month HAVING sum(photos) <> 0) d
            """)
        .query((row, n) -> row.getLong(1))
        .list();
  }

  /// Counts all photos of a person anew.
  void recount(long userId) {
    for (String statement :
        List.of(
            "UPDATE photos SET counted = 1 WHERE user_id = :user", // locks them
            "DELETE FROM month_counts WHERE user_id = :user",
            """
            INSERT INTO month_counts
            SELECT user_id, audience, month, count(*) FROM photos
            WHERE user_id = :user AND trashed_at = 0 AND month IS NOT NULL
            GROUP BY user_id, audience, month
            """)) {
      sql.sql(statement).param("user", userId).update();
    }
  }
}
