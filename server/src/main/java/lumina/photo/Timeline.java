package lumina.photo;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import lumina.http.problem.Problem;
import lumina.media.Taken;
import lumina.photo.count.PhotoCounts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/// Stores when photos were taken, in their rows of the index.
@Repository
@Transactional
public class Timeline {
  /// Further away than any photo, and small enough for sums.
  private static final long FAR = 1L << 60;

  private final JdbcClient sql;
  private final PhotoRows rows;
  private final PhotoCounts counts;
  private final Clock clock;

  Timeline(JdbcClient sql, PhotoRows rows, PhotoCounts counts, Clock clock) {
    this.sql = sql;
    this.rows = rows;
    this.counts = counts;
    this.clock = clock;
  }

  /// Stores when a photo was taken, as its owner says.
  ///
  /// @param at milliseconds since 1970; a JSON null goes back to what the file says
  /// @throws Problem.Invalid if no photo can have been taken then
  void edit(Photo photo, JsonNode at) {
    change(photo.entry().sortKey(), at.isNull() ? photo.capture().taken() : byPerson(at), "1 = 1");
  }

  /// Moves the time when a photo was taken, as its owner says.
  ///
  /// @param millis milliseconds to add
  /// @throws Problem.Invalid if no photo can have been taken then
  public void shift(Photo photo, long millis) {
    long sortKey = photo.entry().sortKey();
    Taken taken =
        rows.lock(sortKey).map(IndexEntry::taken).orElseThrow(() -> new Problem.NotFound("photo"));
    long at = taken.at() + Math.clamp(millis, -FAR, FAR);
    if (!Taken.isPossible(at, clock.millis())) {
      throw impossible();
    }
    change(sortKey, new Taken(at, taken.offset(), Taken.Source.PERSON), "1 = 1");
  }

  private Taken byPerson(JsonNode at) {
    boolean number = at.isIntegralNumber() && at.canConvertToLong();
    if (!number || !Taken.isPossible(at.asLong(), clock.millis())) {
      throw impossible();
    }
    return new Taken(at.asLong(), null, Taken.Source.PERSON);
  }

  private static Problem impossible() {
    return new Problem.Invalid(
        "taken_at",
        "impossible_date",
        "Please choose a date between 1826 and today, in milliseconds.");
  }

  /// Stores what a file says that was not asked before. What a person says stays.
  ///
  /// @param taken null if the file does not say it
  public void capture(long sortKey, @Nullable Taken taken) {
    change(sortKey, taken, "(taken_from IS NULL OR taken_from <> 'person')");
    sql.sql("UPDATE photos SET captured = 1 WHERE sort_key = :sort_key")
        .param("sort_key", sortKey)
        .update();
  }

  /// Stores what a file says, or else the time of the upload, whoever said what is stored now.
  ///
  /// @param taken null if the file does not say it
  public void replace(long sortKey, @Nullable Taken taken) {
    change(sortKey, taken, "1 = 1");
  }

  private void change(long sortKey, @Nullable Taken taken, String condition) {
    counts.subtract(sortKey);
    sql.sql(
            """
            UPDATE photos
            SET taken_at = :taken_at, taken_offset = :taken_offset, taken_from = :taken_from
            WHERE sort_key = :sort_key AND\s
            """
                + condition)
        .params(parameters(taken))
        .param("sort_key", sortKey)
        .update();
    counts.add(sortKey);
  }

  /// The values of the columns.
  ///
  /// @param taken null for the time of the upload
  static Map<String, @Nullable Object> parameters(@Nullable Taken taken) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("taken_at", taken == null ? null : taken.at());
    values.put("taken_offset", taken == null ? null : taken.offset());
    values.put("taken_from", taken == null ? null : taken.from().word());
    return values;
  }
}
