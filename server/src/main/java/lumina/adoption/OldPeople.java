package lumina.adoption;

import lumina.backend.CloudBackend;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// People and friend requests, as far as their tables look the same before and after the migration.
@Component
@CloudBackend
class OldPeople {
  private final JdbcClient sql;

  OldPeople(JdbcClient sql) {
    this.sql = sql;
  }

  void report(AdoptionReport report) {
    report.count("people", count("SELECT count(*) FROM users"));
    report.count("friend requests", count("SELECT count(*) FROM friend_requests"));
    report.count(
        "friend requests too many between the same two people",
        count(
            """
            SELECT coalesce(sum(n - 1), 0) FROM (
              SELECT count(*) AS n FROM friend_requests
              GROUP BY least(requester_id, receiver_id), greatest(requester_id, receiver_id)) pairs
            """));
  }

  private long count(String query) {
    return sql.sql(query).query(Long.class).single();
  }
}
