package lumina.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Makes db-scheduler write the table `jobs` like all other tables: times as milliseconds, payloads
/// as text, and SQL that both SQLite and MySQL understand.
final class JobColumns extends DefaultJdbcCustomization {
  static final Serializer TEXT = new Text();

  JobColumns() {
    super(true);
  }

  @Override
  public String getName() {
    return "Lumina";
  }

  /// SQLite does not support `FETCH FIRST`.
  @Override
  public String getQueryLimitPart(int limit) {
    return " LIMIT " + limit;
  }

  @Override
  public void setInstant(PreparedStatement statement, int index, @Nullable Instant time)
      throws SQLException {
    if (time == null) {
      statement.setNull(index, Types.BIGINT);
    } else {
      statement.setLong(index, time.toEpochMilli());
    }
  }

  @Override
  public @Nullable Instant getInstant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  @Override
  public void setTaskData(PreparedStatement statement, int index, byte @Nullable [] text)
      throws SQLException {
    statement.setString(index, text == null ? null : new String(text, UTF_8));
  }

  @Override
  public byte @Nullable [] getTaskData(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : text.getBytes(UTF_8);
  }

  private record Text() implements Serializer {
    @Override
    public byte @Nullable [] serialize(@Nullable Object payload) {
      return payload == null ? null : payload.toString().getBytes(UTF_8);
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] text) {
      return text == null ? null : type.cast(new String(text, UTF_8));
    }
  }
}
