package lumina.share;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lumina.access.Viewer;
import lumina.account.GuestNames;
import lumina.storage.sql.Rows;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Stores guests, in SQL on every backend. A guest outlives the link, as the author of what they
/// wrote, and goes with the account of its owner.
@Repository
@Transactional
class GuestStore implements GuestNames {
  private static final String NAMELESS = "Guest";

  /// @param name empty until they write
  /// @param unlocked the version of the password that they have given, 0 for none
  record Guest(long guestId, String name, long unlocked) {
    /// Their id as an author.
    long authorId() {
      return -guestId;
    }

    boolean hasGivenPassword() {
      return unlocked > 0;
    }
  }

  private final JdbcClient sql;
  private final Clock clock;

  GuestStore(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// @param tokenHash of the token in their cookie
  @Transactional(readOnly = true)
  Optional<Guest> find(String shareId, String tokenHash) {
    return sql.sql(
            """
            SELECT guest_id, name, unlocked FROM guests
            WHERE token_hash = :token AND share_id = :share
            """)
        .param("token", tokenHash)
        .param("share", shareId)
        .query(Rows.of(Guest.class))
        .optional();
  }

  Guest add(Share share, String tokenHash) {
    sql.sql(
            """
            INSERT INTO guests (share_id, owner_id, token_hash, created_at)
            VALUES (:share, :owner, :token, :now)
            """)
        .param("share", share.shareId())
        .param("owner", share.userId())
        .param("token", tokenHash)
        .param("now", clock.millis())
        .update();
    return find(share.shareId(), tokenHash).orElseThrow();
  }

  @Transactional(readOnly = true)
  long count(String shareId) {
    return sql.sql("SELECT count(*) FROM guests WHERE share_id = :share")
        .param("share", shareId)
        .query(Long.class)
        .single();
  }

  /// Changes the name of a guest; what they have written keeps the name that they had then.
  void name(long guestId, String name) {
    keepName(guestId, name);
    sql.sql("UPDATE guests SET name = :name WHERE guest_id = :guest")
        .param("name", name)
        .param("guest", guestId)
        .update();
  }

  private void keepName(long guestId, String next) {
    try {
      sql.sql(
              """
              INSERT INTO guest_names (guest_id, used_until, name)
              SELECT guest_id, :now, name FROM guests
              WHERE guest_id = :guest AND name NOT IN ('', :next)
              """)
          .param("now", clock.millis())
          .param("guest", guestId)
          .param("next", next)
          .update();
    } catch (DuplicateKeyException twiceAtOnce) {
      // nothing was written between two changes in the same millisecond
    }
  }

  /// @param version of the password that they have given
  void unlock(long guestId, long version) {
    sql.sql("UPDATE guests SET unlocked = :version WHERE guest_id = :guest")
        .param("version", version)
        .param("guest", guestId)
        .update();
  }

  /// Counts a comment of a guest.
  ///
  /// @return false if they have written as many as they may
  boolean countComment(long guestId, int most) {
    return sql.sql(
                """
                UPDATE guests SET written = written + 1
                WHERE guest_id = :guest AND written < :most
                """)
            .param("guest", guestId)
            .param("most", most)
            .update()
        > 0;
  }

  /// Makes a guest one whom no cookie names any more. Whoever has given the password of the link
  /// with this cookie stays known, as a new guest.
  void retire(Guest guest, String tokenHash) {
    long guestId = guest.guestId();
    sql.sql("UPDATE guests SET token_hash = :nothing WHERE guest_id = :guest")
        .param("nothing", String.valueOf(guestId))
        .param("guest", guestId)
        .update();
    if (guest.hasGivenPassword()) {
      sql.sql(
              """
              INSERT INTO guests (share_id, owner_id, token_hash, unlocked, created_at)
              SELECT share_id, owner_id, :token, unlocked, :now FROM guests
              WHERE guest_id = :guest
              """)
          .param("token", tokenHash)
          .param("now", clock.millis())
          .param("guest", guestId)
          .update();
    }
  }

  /// The guests of all links that a person ever made.
  @Transactional(readOnly = true)
  List<Guest> ofOwner(long userId) {
    return sql.sql("SELECT guest_id, name, unlocked FROM guests WHERE owner_id = :owner")
        .param("owner", userId)
        .query(Rows.of(Guest.class))
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Map<Long, GuestName> of(Collection<Long> authorIds) {
    List<Long> guests = authorIds.stream().filter(Viewer::isGuest).map(id -> -id).toList();
    Map<Long, GuestName> names = new HashMap<>();
    if (!guests.isEmpty()) {
      sql.sql(
              """
              SELECT g.guest_id, g.name, f.used_until, f.name AS former
              FROM guests g LEFT JOIN guest_names f ON f.guest_id = g.guest_id
              WHERE g.guest_id IN (:guests)
              """)
          .param("guests", guests)
          .query(
              row -> {
                add(row, names);
              });
    }
    return names;
  }

  private static void add(ResultSet row, Map<Long, GuestName> names) throws SQLException {
    String name = row.getString("name");
    GuestName guest =
        names.computeIfAbsent(
            -row.getLong("guest_id"),
            _ -> new GuestName(name.isEmpty() ? NAMELESS : name, new TreeMap<>()));
    String former = row.getString("former");
    if (former != null) {
      guest.former().put(row.getLong("used_until"), former);
    }
  }
}
