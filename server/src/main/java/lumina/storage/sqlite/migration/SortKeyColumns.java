package lumina.storage.sqlite.migration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import lumina.storage.LocalBackend;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;
import org.sqlite.Function;
import org.sqlite.SQLiteConnection;

/// Version 35: orders comments, messages, likes and notifications by sort keys, as in the cloud
/// (docs/decisions/0021). It runs SQL with a function that SQLite does not have.
@Component
@LocalBackend
class SortKeyColumns implements JavaMigration {
  private static final String FUNCTION = "sort_key";

  @Override
  public void migrate(Context context) throws SQLException, IOException {
    Connection connection = context.getConnection();
    SQLiteConnection sqlite = connection.unwrap(SQLiteConnection.class);
    Function.create(sqlite, FUNCTION, new SortKeyFunction());
    ScriptUtils.executeSqlScript(
        connection,
        new EncodedResource(
            new ClassPathResource("sort_keys.sql", SortKeyColumns.class), StandardCharsets.UTF_8));
    Function.destroy(sqlite, FUNCTION);
  }

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("35");
  }

  @Override
  public String getDescription() {
    return "sort keys";
  }

  @Override
  public @Nullable Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }
}
