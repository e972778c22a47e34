package lumina.storage.mysql.migration;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// A migration that checks before each step whether it is already done, which SQL alone cannot do.
abstract class RepeatableMigration implements JavaMigration {
  private final String version;
  private final String description;

  RepeatableMigration(String version, String description) {
    this.version = version;
    this.description = description;
  }

  abstract void migrate(JdbcClient sql);

  @Override
  public void migrate(Context context) {
    migrate(JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), true)));
  }

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion(version);
  }

  @Override
  public String getDescription() {
    return description;
  }

  @Override
  public @Nullable Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return false; // MySQL commits each change of a table
  }
}
