package lumina.storage.place;

import java.util.List;
import java.util.Optional;
import lumina.id.TimeOrderedId;
import lumina.storage.CloudBackend;
import lumina.storage.StartRefused;
import lumina.storage.dynamo.DynamoStart;
import lumina.storage.mysql.MySqlSettings;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Checks at every start whether database, tables and bucket belong together: each holds the same
/// place id, which the first start, or an adoption, writes into all of them.
@Component
@CloudBackend
@ConditionalOnBooleanProperty(
    name = "storage.look-only",
    havingValue = false,
    matchIfMissing = true)
class Place implements SmartInitializingSingleton {
  private final JdbcClient sql;
  private final List<PlaceMark> marks;
  private final String database;

  /// @param tables makes sure that the tables exist
  Place(JdbcClient sql, List<PlaceMark> marks, MySqlSettings settings, DynamoStart tables) {
    this.sql = sql;
    this.marks = marks;
    this.database = settings.name();
  }

  private record Known(String placeId, boolean settled) {}

  @Override
  public void afterSingletonsInstantiated() {
    Known known = known();
    for (PlaceMark mark : marks) {
      Optional<String> there = mark.read();
      if (there.isEmpty() && !known.settled()) {
        mark.write(known.placeId()); // an earlier first start may have been interrupted
      } else if (!there.equals(Optional.of(known.placeId()))) {
        throw new StartRefused(
            "%s belongs to another place (%s) than the database %s (%s): check DB_HOST, DB_NAME, S3_BUCKET and the DYNAMODB_…_TABLE names, or see \"restore\" in docs/operations.md."
                .formatted(mark.where(), there.orElse("none"), database, known.placeId()));
      }
    }
    if (!known.settled()) {
      sql.sql("UPDATE place SET settled = TRUE").update();
    }
  }

  private Known known() {
    sql.sql("INSERT IGNORE INTO place (one, place_id, settled) VALUES (1, :id, FALSE)")
        .param("id", TimeOrderedId.at(System.currentTimeMillis()))
        .update();
    return sql.sql("SELECT place_id, settled FROM place")
        .query((row, n) -> new Known(row.getString(1), row.getBoolean(2)))
        .single();
  }
}
