package lumina.storage.mysql;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A database as the application before Lumina left it, with all its irregularities.
record OldApplication(JdbcClient sql) {
  /// `2024-03-01 12:00:00` UTC.
  static final long BEGAN = 1_709_294_400_000L;

  /// @param dates the type of its date columns
  /// @param table other options of the tables, for servers with other defaults
  void make(String dates, String table) {
    run(
        """
        CREATE TABLE users (
          id INT AUTO_INCREMENT PRIMARY KEY,
          username VARCHAR(50) NOT NULL UNIQUE,
          email VARCHAR(100) NOT NULL UNIQUE,
          password_hash VARCHAR(255) NOT NULL,
          created_at %s NULL DEFAULT CURRENT_TIMESTAMP) %s
        """
            .formatted(dates, table));
    run(
        """
        CREATE TABLE friend_requests (
          id INT AUTO_INCREMENT PRIMARY KEY,
          requester_id INT,
          receiver_id INT,
          status ENUM ('pending', 'accepted', 'declined') DEFAULT 'pending',
          created_at %s NULL DEFAULT CURRENT_TIMESTAMP,
          FOREIGN KEY (requester_id) REFERENCES users (id),
          FOREIGN KEY (receiver_id) REFERENCES users (id)) %s
        """
            .formatted(dates, table));
  }

  /// Seven people, the seventh of whom is deleted again, and their friend requests.
  void fill() {
    for (String name : List.of("ann", "José", "cem", "dan", "eve", "fay", "gone")) {
      sql.sql(
              """
              INSERT INTO users (username, email, password_hash, created_at)
              VALUES (:name, concat(:name, '@x.org'), 'hash', '2024-03-01 12:00:00')
              """)
          .param("name", name)
          .update();
    }
    run("UPDATE users SET created_at = NULL WHERE username = 'fay'");
    run("SET FOREIGN_KEY_CHECKS = 0");
    run(
        """
        INSERT INTO friend_requests (requester_id, receiver_id, status, created_at) VALUES
          (1, 2, 'declined', '2024-03-01 12:00:00'),
          (1, 2, 'accepted', '2024-03-01 12:00:01'),
          (1, 2, 'pending',  '2024-03-01 12:00:02'),
          (2, 1, 'pending',  '2024-03-01 12:00:03'),
          (1, 3, 'pending',  '2024-03-01 12:00:00'),
          (3, 1, 'pending',  '2024-03-01 12:00:01'),
          (1, 4, 'accepted', '2024-03-01 12:00:00'),
          (4, 1, 'accepted', '2024-03-01 12:00:01'),
          (1, 5, 'pending',  '2024-03-01 12:00:00'),
          (1, 5, 'declined', '2024-03-01 12:00:01'),
          (5, 1, 'pending',  '2024-03-01 12:00:02'),
          (6, 5, NULL,       NULL),
          (6, 6, 'accepted', '2024-03-01 12:00:00'),
          (1, NULL, 'pending', '2024-03-01 12:00:00'),
          (7, 1, 'accepted', '2024-03-01 12:00:00')
        """);
    run("DELETE FROM users WHERE id = 7");
    run("SET FOREIGN_KEY_CHECKS = 1");
  }

  /// Friend requests: from, to, status, and seconds after the beginning.
  List<String> requests() {
    return sql.sql(
            """
            SELECT concat(requester_id, ' ', receiver_id, ' ', status, ' ',
              CASE WHEN requester_id = 6 THEN '?' ELSE (created_at - :began) DIV 1000 END)
            FROM friend_requests ORDER BY requester_id, receiver_id
            """)
        .param("began", BEGAN)
        .query((row, n) -> row.getString(1))
        .list();
  }

  static final List<String> ADOPTED_REQUESTS =
      List.of(
          "1 2 accepted 1",
          "1 3 accepted 0",
          "1 4 accepted 0",
          "1 5 declined 1",
          "5 1 pending 2",
          "6 5 pending ?");

  List<String> friendships() {
    return sql.sql(
            """
            SELECT concat(user_id, ' ', friend_id, ' ', (since - :began) DIV 1000)
            FROM friendships ORDER BY user_id, friend_id
            """)
        .param("began", BEGAN)
        .query((row, n) -> row.getString(1))
        .list();
  }

  static final List<String> ADOPTED_FRIENDSHIPS =
      List.of("1 2 1", "1 3 0", "1 4 0", "2 1 1", "3 1 0", "4 1 0");

  void run(String statement) {
    sql.sql(statement).update();
  }
}
