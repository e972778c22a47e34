package lumina.storage.mysql;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lumina.storage.CloudBackend;
import lumina.storage.StartRefused;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Migrates the tables in MySQL, and refuses databases that are not Lumina's.
///
/// Only an adoption (`storage.adopt`) changes a database of the old application. After an
/// interruption the adoption continues, since every step can be repeated.
@Component
@CloudBackend
class MySqlMigration implements FlywayMigrationStrategy {
  private static final String HISTORY = "flyway_schema_history";
  private static final String BREAKING = "breaking";

  private final boolean adopt;
  private final String database;

  MySqlMigration(@Value("${storage.adopt}") boolean adopt, MySqlSettings settings) {
    this.adopt = adopt;
    this.database = settings.name();
  }

  @Override
  public void migrate(Flyway configured) {
    Flyway flyway = adopt ? fromTheOldOne(configured) : configured;
    try {
      refuseForeignTables(flyway);
      refuseAnotherVersion(flyway);
      flyway.migrate();
    } catch (FlywayException e) {
      throw new StartRefused(
          "The migration of the database %s failed (%s): correct the cause and start again."
              .formatted(database, firstLine(e)));
    }
  }

  private static Flyway fromTheOldOne(Flyway configured) {
    return Flyway.configure()
        .configuration(configured.getConfiguration())
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load();
  }

  private void refuseForeignTables(Flyway flyway) {
    List<String> tables = tables(flyway);
    if (adopt || tables.isEmpty() || tables.contains(HISTORY)) {
      return;
    }
    throw new StartRefused(
        tables.contains("users")
            ? "The database %s belongs to the old application: run `bin/lumina adopt` first."
                .formatted(database)
            : "The database %s holds tables that are not Lumina's: set DB_NAME to another one."
                .formatted(database));
  }

  private static List<String> tables(Flyway flyway) {
    return JdbcClient.create(flyway.getConfiguration().getDataSource())
        .sql("SELECT table_name FROM information_schema.tables WHERE table_schema = database()")
        .query((row, n) -> row.getString(1).toLowerCase(Locale.ROOT))
        .list();
  }

  /// Migrations only add, so this version also works on the tables of a newer one, and a deployment
  /// can be rolled back. A migration that removes something must have a name that begins with
  /// `breaking`.
  private void refuseAnotherVersion(Flyway flyway) {
    for (MigrationInfo step : flyway.info().all()) {
      if (isNewer(step.getState()) && step.getDescription().startsWith(BREAKING)) {
        throw new StartRefused(
            "The database %s was migrated by a newer Lumina (version %s): start that version."
                .formatted(database, step.getVersion()));
      }
    }
    if (Arrays.stream(flyway.info().all()).anyMatch(step -> step.getState().isFailed())) {
      refuseHalfMigrated(flyway);
    }
  }

  private static boolean isNewer(MigrationState state) {
    return state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED;
  }

  private void refuseHalfMigrated(Flyway flyway) {
    if (!adopt) {
      throw new StartRefused(
          "A migration of the database %s was interrupted: run `bin/lumina adopt` to repeat it."
              .formatted(database));
    }
    flyway.repair();
  }

  private static String firstLine(FlywayException e) {
    String message = String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
    return message.lines().findFirst().orElse("");
  }
}
