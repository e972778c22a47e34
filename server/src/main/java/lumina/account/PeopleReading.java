package lumina.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lumina.access.Blocks;
import lumina.access.Blocks.Block;
import lumina.access.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Reads people and their blocks in one request to the database.
@Repository
@Transactional(readOnly = true)
class PeopleReading {
  /// A person has a row for each block of theirs, or one without any. The rows of those who block
  /// the viewer have no name.
  private static final String PEOPLE_AND_BLOCKS =
      """
      SELECT u.id, u.username, u.picture, u.share_camera, u.share_place, 0 AS hidden, b.blocked_id
      FROM users u %s WHERE u.id IN (:people)
      UNION ALL SELECT a.user_id, NULL, NULL, 0, 0, 0, :viewer FROM (%s) a
      """
          .formatted(Blocks.leftJoinOf("u.id"), Blocks.OF_VIEWER_BY_OTHERS);

  private final JdbcClient sql;
  private final GuestNames guests;

  PeopleReading(JdbcClient sql, GuestNames guests) {
    this.sql = sql;
    this.guests = guests;
  }

  /// Reads these people as the viewer sees them.
  People read(Viewer viewer, Collection<Long> ids) {
    Map<Long, PersonSummary> people = new HashMap<>();
    guests.of(ids).forEach((id, guest) -> people.put(id, PersonSummary.ofGuest(id, guest)));
    Blocks.Hidden hidden = Blocks.Hidden.from(viewer, readInto(people, viewer, ids));
    hidden
        .anywhere()
        .forEach(id -> people.computeIfPresent(id, (_, person) -> person.hiddenByBlock()));
    return new People(people, hidden);
  }

  private List<Block> readInto(
      Map<Long, PersonSummary> people, Viewer viewer, Collection<Long> ids) {
    Set<Long> asked = new HashSet<>(ids);
    asked.add(viewer.hiddenFrom());
    List<Block> blocks = new ArrayList<>();
    sql.sql(PEOPLE_AND_BLOCKS)
        .param("people", asked)
        .param("viewer", viewer.hiddenFrom())
        .query(
            row -> {
              if (row.getString("username") != null) {
                people.put(row.getLong("id"), PersonSummary.read(row, row.getRow()));
              }
              long blocked = row.getLong("blocked_id");
              if (blocked != 0) {
                blocks.add(new Block(row.getLong("id"), blocked));
              }
            });
    return blocks;
  }
}
