package lumina.adopt;

import lumina.storage.CloudBackend;
import lumina.storage.mysql.migration.LegacyAccounts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads people and friend requests through the columns that are the same before and after the
/// migration.
@Component
@CloudBackend
class LegacyPeople {
  private final JdbcClient sql;
  private final LegacyAccounts accounts;

  LegacyPeople(JdbcClient sql) {
    this.sql = sql;
    this.accounts = new LegacyAccounts(sql);
  }

  void report(AdoptionReport report) {
    decide(report);
    report.count("people", count("SELECT count(*) FROM users"));
    report.count("friend requests", count("SELECT count(*) FROM friend_requests"));
    report.count(
        "duplicate friend requests between the same two people",
        count(
            """
            SELECT coalesce(sum(n - 1), 0) FROM (
              SELECT count(*) AS n FROM friend_requests
              GROUP BY least(requester_id, receiver_id), greatest(requester_id, receiver_id)) pairs
            """));
  }

  private void decide(AdoptionReport report) {
    for (LegacyAccounts.Change change : accounts.changes()) {
      report.decided(
          change.column().equals("username")
              ? "usernames that Lumina treats as equal"
              : "addresses that are shared or missing",
          "person %d has the %s %s, which is taken or missing: it becomes %s, and the old one is kept"
              .formatted(change.id(), change.column(), change.old(), change.now()));
    }
    accounts
        .timeless()
        .forEach(
            (table, ids) ->
                report.decided(
                    "tables with times that cannot be read",
                    "%s with the ids %s have no readable time: that of the previous row is used"
                        .formatted(table, ids)));
  }

  private long count(String query) {
    return sql.sql(query).query(Long.class).single();
  }
}
