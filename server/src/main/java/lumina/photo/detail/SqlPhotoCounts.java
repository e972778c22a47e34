package lumina.photo.detail;

import lumina.storage.LocalBackend;
import lumina.text.Reaction;
import lumina.text.ReactionCounts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Stores the numbers of likes and comments of each photo in SQLite, so that lists need not count
/// them.
@Repository
@LocalBackend
public class SqlPhotoCounts {
  private final JdbcClient sql;

  SqlPhotoCounts(JdbcClient sql) {
    this.sql = sql;
  }

  /// Returns none for a photo that does not exist.
  public ReactionCounts reactions(String photoId) {
    return sql
        .sql("SELECT * FROM photo_items WHERE photo_id = :photo")
        .param("photo", photoId)
        .query()
        .listOfRows()
        .stream()
        .findAny()
        .map(row -> PhotoItem.reactions(new Columns(row)))
        .orElse(ReactionCounts.NONE);
  }

  /// @param change the difference, negative for fewer
  public void changeLikes(String photoId, Reaction reaction, int change) {
    change(photoId, "likes", change);
    if (reaction != Reaction.HEART) {
      change(photoId, PhotoItem.counted(reaction), change);
    }
  }

  /// Counts a like with another emoji than before.
  public void changeReaction(String photoId, Reaction from, Reaction to) {
    changeLikes(photoId, from, -1);
    changeLikes(photoId, to, 1);
  }

  private void change(String photoId, String column, int change) {
    sql.sql(
            "UPDATE photo_items SET %1$s = %1$s + :change WHERE photo_id = :photo"
                .formatted(column))
        .param("change", change)
        .param("photo", photoId)
        .update();
  }

  /// @param change the difference, negative for fewer
  public void changeComments(String photoId, int change) {
    change(photoId, "comment_count", change);
  }
}
