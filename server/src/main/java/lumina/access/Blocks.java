package lumina.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Finds out what blocks hide. The one rule: the blocker and the blocked person see nothing of each
/// other, and under the photos of the blocker nobody sees the comments and likes of the blocked
/// person.
@Repository
@Transactional(readOnly = true)
public class Blocks {
  private final JdbcClient sql;

  Blocks(JdbcClient sql) {
    this.sql = sql;
  }

  /// A SQL condition: no block exists, in either direction, between `:viewer` and the person in a
  /// column.
  public static String noneBetweenViewerAnd(String person) {
    return noneBetween(":viewer", person);
  }

  /// A SQL condition: neither of the people in two columns blocks the other.
  public static String noneBetween(String one, String other) {
    return "(" + none(one, other) + " AND " + none(other, one) + ")";
  }

  /// A SQL query: the people who block `:viewer`.
  public static final String OF_VIEWER_BY_OTHERS =
      "SELECT user_id FROM blocks WHERE blocked_id = :viewer";

  /// A SQL query: the people who block `:viewer` or are blocked by them.
  public static final String PEOPLE_APART =
      "SELECT blocked_id AS user_id FROM blocks WHERE user_id = :viewer UNION "
          + OF_VIEWER_BY_OTHERS;

  /// A SQL join: `b.blocked_id` are the people whom the person in a column blocks.
  public static String leftJoinOf(String person) {
    return "LEFT JOIN blocks b ON b.user_id = " + person;
  }

  /// A SQL condition: one person does not block another.
  public static String none(String blocker, String blocked) {
    return "NOT EXISTS (SELECT 1 FROM blocks b WHERE b.user_id = %s AND b.blocked_id = %s)"
        .formatted(blocker, blocked);
  }

  /// One person blocks another.
  public record Block(long blocker, long blocked) {
    /// The other person, if it is a block of or by this one.
    private Stream<Long> other(long person) {
      return blocker == person
          ? Stream.of(blocked)
          : blocked == person ? Stream.of(blocker) : Stream.empty();
    }
  }

  /// The people whose comments and likes are hidden from a viewer.
  ///
  /// @param anywhere hidden under all photos: the viewer blocks them or they block the viewer
  /// @param byOwner hidden under the photos of an owner who blocks them, by owner
  public record Hidden(Set<Long> anywhere, Map<Long, Set<Long>> byOwner) {
    /// @param blocks all of the viewer, and those by the owners
    public static Hidden from(Viewer viewer, Collection<Block> blocks) {
      return new Hidden(
          blocks.stream().flatMap(it -> it.other(viewer.hiddenFrom())).collect(Collectors.toSet()),
          blocks.stream()
              .collect(
                  Collectors.groupingBy(
                      Block::blocker, Collectors.mapping(Block::blocked, Collectors.toSet()))));
    }

    /// The people whose comments and likes are hidden from this viewer under the photos of an
    /// owner.
    public Set<Long> under(long owner) {
      Set<Long> all = new HashSet<>(anywhere);
      all.addAll(byOwner.getOrDefault(owner, Set.of()));
      return all;
    }
  }

  /// The blocks of a person, in both directions.
  ///
  /// @param blocked the people whom this person blocks
  /// @param hidden the people whom a block in either direction hides from this person
  record Around(Set<Long> blocked, Set<Long> hidden) {
    static final Around NONE = new Around(Set.of(), Set.of());

    private Around() {
      this(new HashSet<>(), new HashSet<>());
    }
  }

  /// Reads the blocks of each of these people; empty without any.
  Map<Long, Around> around(Collection<Long> people) {
    Map<Long, Around> around = new HashMap<>();
    people.forEach(person -> around.put(person, new Around()));
    sql.sql(
            """
            SELECT user_id, blocked_id FROM blocks WHERE user_id IN (:people)
            UNION ALL SELECT user_id, blocked_id FROM blocks WHERE blocked_id IN (:people)
            """)
        .param("people", people)
        .query(
            row -> {
              long blocker = row.getLong("user_id");
              long blocked = row.getLong("blocked_id");
              around.computeIfAbsent(blocker, it -> new Around()).blocked().add(blocked);
              around.computeIfAbsent(blocker, it -> new Around()).hidden().add(blocked);
              around.computeIfAbsent(blocked, it -> new Around()).hidden().add(blocker);
            });
    around.keySet().retainAll(people);
    return around;
  }
}
