package lumina.photo.count;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lumina.http.problem.Problem;
import lumina.photo.detail.PhotoItem;
import lumina.photo.detail.PhotoItems;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Limits the size of all originals of one account; counts nothing if there is no limit.
@Component
public class Quota {
  private static final int BATCH_SIZE = 200;

  private final JdbcClient sql;
  private final PhotoItems items;
  private final long quotaMb;

  /// @param quotaMb 0 for no limit
  Quota(JdbcClient sql, PhotoItems items, @Value("${lumina.quota-mb}") long quotaMb) {
    this.sql = sql;
    this.items = items;
    this.quotaMb = quotaMb;
  }

  /// Two simultaneous uploads may both pass and together exceed the limit.
  ///
  /// @throws Problem.TooLarge if a file of this size exceeds the limit
  public void require(long userId, long bytes) {
    if (quotaMb > 0 && taken(userId) + bytes > quotaMb << 20) {
      throw new Problem.TooLarge(
          "quota_exceeded",
          "Your %,d MB here are full. Delete some photos to make room.".formatted(quotaMb));
    }
  }

  private long taken(long userId) {
    for (List<String> some = unknown(userId); !some.isEmpty(); some = unknown(userId)) {
      lookUp(some);
    }
    return sql.sql("SELECT coalesce(sum(bytes), 0) FROM photos WHERE user_id = :user")
        .param("user", userId)
        .query(Long.class)
        .single();
  }

  /// Returns photos whose size is not in the index: they are older than that column.
  private List<String> unknown(long userId) {
    return sql.sql(
            "SELECT photo_id FROM photos WHERE user_id = :user AND bytes IS NULL LIMIT "
                + BATCH_SIZE)
        .param("user", userId)
        .query((row, n) -> row.getString(1))
        .list();
  }

  private void lookUp(List<String> photoIds) {
    Map<String, PhotoItem> said =
        items.read(0, photoIds.stream().collect(Collectors.toMap(Function.identity(), id -> 0L)));
    for (String id : photoIds) {
      PhotoItem item = said.get(id);
      sql.sql("UPDATE photos SET bytes = :bytes WHERE photo_id = :photo")
          .param("bytes", item == null ? 0 : item.details().picture().bytes())
          .param("photo", id)
          .update();
    }
  }
}
