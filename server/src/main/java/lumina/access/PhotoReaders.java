package lumina.access;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Stores to whom messages show photos of their senders: a part of the one policy, see
/// [Visibility]. It is in SQL on every backend, as messages are not.
@Repository
public class PhotoReaders {
  /// A message shows the viewer a photo `p`.
  static final String INCLUDE_VIEWER =
      """
      (%s AND EXISTS (SELECT 1 FROM photo_readers r
        WHERE r.photo_id = p.photo_id AND r.user_id = :viewer))\
      """
          .formatted(Visibility.NOT_IN_TRASH);

  private final JdbcClient sql;

  PhotoReaders(JdbcClient sql) {
    this.sql = sql;
  }

  /// Lets a reader see a photo as long as a message exists; does nothing if the sender does not own
  /// the photo (any more).
  @Transactional
  public void add(String messageId, String photoId, long sender, long reader) {
    try {
      sql.sql(
              """
              INSERT INTO photo_readers (message_id, photo_id, user_id)
              SELECT :message, p.photo_id, :reader FROM photos p
              WHERE p.photo_id = :photo AND p.user_id = :sender
              """)
          .param("message", messageId)
          .param("photo", photoId)
          .param("sender", sender)
          .param("reader", reader)
          .update();
    } catch (DuplicateKeyException repeated) {
      // The message was sent before, and its answer was lost.
    }
  }

  /// Ends what a message shows.
  @Transactional
  public void remove(String messageId) {
    sql.sql("DELETE FROM photo_readers WHERE message_id = :message")
        .param("message", messageId)
        .update();
  }
}
