package lumina.storage.mysql;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lumina.storage.CloudBackend;
import lumina.storage.StartRefused;
import lumina.storage.sql.Migration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
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

  private final boolean adopt;
  private final String database;

  MySqlMigration(@Value("${storage.adopt}") boolean adopt, MySqlSettings settings) {
    this.adopt = adopt;
    this.database = settings.name();
  }

  @Override
  public void migrate(Flyway configured) {
    Flyway flyway = adopt ? fromTheOldOne(configured) : configured;
    refuseForeignTables(flyway);
    new Migration(flyway, database).run(steps -> refuseHalfMigrated(flyway, steps));
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

  private void refuseHalfMigrated(Flyway flyway, MigrationInfoService steps) {
    if (Arrays.stream(steps.all()).noneMatch(step -> step.getState().isFailed())) {
      return;
    }
    if (!adopt) {
      throw new StartRefused(
          "A migration of the database %s was interrupted: run `bin/lumina adopt` to repeat it."
              .formatted(database));
    }
    flyway.repair();
  }
}
