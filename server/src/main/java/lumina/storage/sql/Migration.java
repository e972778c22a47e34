package lumina.storage.sql;

import java.util.function.Consumer;
import lumina.storage.StartRefused;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.springframework.core.NestedExceptionUtils;

/// Brings the tables of a database up to this version.
///
/// @param database as people know it, for messages
public record Migration(Flyway flyway, String database) {
  private static final String BREAKING = "breaking";

  /// @param before looks at the steps before the database is changed
  /// @throws StartRefused if a newer Lumina has changed the database so that this one would misread
  ///   it, or if a step fails
  public void run(Consumer<MigrationInfoService> before) {
    try {
      MigrationInfoService steps = flyway.info();
      refuseNewer(steps);
      before.accept(steps);
      flyway.migrate();
    } catch (FlywayException e) {
      throw new StartRefused(
          "The migration of the database %s failed (%s): correct the cause and start again."
              .formatted(database, firstLine(e)));
    }
  }

  /// Migrations only add, so this version also works on the tables of a newer one, and an upgrade
  /// can be rolled back. A migration that removes something must have a name that begins with
  /// `breaking`.
  private void refuseNewer(MigrationInfoService steps) {
    for (MigrationInfo step : steps.all()) {
      if (isNewer(step.getState()) && step.getDescription().startsWith(BREAKING)) {
        throw new StartRefused(
            "The database %s was migrated by a newer Lumina (version %s): start that version."
                .formatted(database, step.getVersion()));
      }
    }
  }

  private static boolean isNewer(MigrationState state) {
    return state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED;
  }

  private static String firstLine(FlywayException e) {
    String message = String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
    return message.lines().findFirst().orElse("");
  }
}
