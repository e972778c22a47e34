package lumina.transfer;

/// Fills SQLite with more rows of each kind than one batch of a transfer, and of comments and
/// messages with more than one page of DynamoDB, a megabyte; without image files. Many have the
/// same time, or an earlier one than the row before. The tables are those of [OldFolder].
final class Crowd {
  static final String[] STATEMENTS =
      """
        CREATE TEMP TABLE n AS
          WITH RECURSIVE up (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM up WHERE i < 700)
          SELECT i, printf('%012x7%019x', 1700000000000 + i, i) AS id FROM up;
        CREATE INDEX n_by_i ON n (i);
        INSERT INTO users (id, username, email, password_hash, created_at)
          SELECT i, 'p' || i, 'p' || i || '@x', '-', i FROM n;
        INSERT INTO sessions
          SELECT printf('%064x', i * 7919), i, i, i, 'a browser' FROM n WHERE i <= 500;
        INSERT INTO friend_requests (requester_id, receiver_id, status, created_at)
          SELECT i, i + 1, 'accepted', i FROM n WHERE i <= 600;
        INSERT INTO friendships
          SELECT requester_id, receiver_id, created_at FROM friend_requests
          UNION SELECT receiver_id, requester_id, created_at FROM friend_requests;
        INSERT INTO blocks
          SELECT i % 7 + 1, i + 10, i FROM n WHERE i <= 500;
        INSERT INTO notifications (user_id, kind, subject, actor_id, text, at)
          SELECT i, 'friend_request', '', i + 1, '', i FROM n WHERE i <= 500;
        INSERT INTO notifications (user_id, kind, subject, actor_id, text, at)
          SELECT 1, 'friend_request', '', 20 - i, '', 1700000000000 FROM n WHERE i <= 17;
        INSERT INTO photos (position, photo_id, user_id, topic, topic_key, audience, format)
          SELECT ((1700000000000 + i) << 20) | i, id, i, 'Sea', 'sea', 'public', 'PNG' FROM n WHERE i <= 250;
        INSERT INTO photo_items (photo_id, caption, tags, likes, comment_count, bytes, width, height, placeholder)
          SELECT photo_id, 'caption', 'blue,sea', 10, 1, 1, 1, 1, '' FROM photos;
        INSERT INTO photo_tags
          SELECT 'blue', position FROM photos UNION SELECT 'sea', position FROM photos;
        INSERT INTO photo_likes (photo_id, user_id, liked_at)
          SELECT p.id, n.i, 1700000000000 FROM n JOIN n p ON p.i = n.i % 100 + 1;
        INSERT INTO comments (comment_id, photo_id, user_id, text, created_at)
          SELECT n.id, p.id, n.i, hex(zeroblob(900)) || n.i, 1700000000000
          FROM n JOIN n p ON p.i = n.i % 14 + 1;
        INSERT INTO messages (message_id, smaller_id, larger_id, from_id, to_id, text, client_id, timestamp)
          SELECT id, a, a + 1, a, a + 1, hex(zeroblob(900)) || i, 'c' || i, 1700000000000 - i
          FROM (SELECT *, i % 50 * 2 + 1 AS a FROM n);
        INSERT INTO conversations
          SELECT smaller_id, larger_id, max(sequence), 3, min(sequence) FROM messages GROUP BY 1, 2;
        INSERT INTO conversations
          SELECT larger_id, smaller_id, max(sequence), 0, 0 FROM messages GROUP BY 1, 2;
      """
          .split(";\\s*\n");

  private Crowd() {}
}
