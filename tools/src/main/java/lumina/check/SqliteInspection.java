package lumina.check;

import lumina.storage.LocalBackend;
import lumina.storage.sqlite.DatabaseSnapshot;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Checks the database file itself.
@Component
@LocalBackend
@ConditionalOnNotWebApplication
record SqliteInspection(JdbcClient sql) implements Inspection {
  @Override
  public void inspect(Findings findings) {
    DatabaseSnapshot.damage(sql)
        .forEach(it -> findings.add(it + ": restore a backup, or ask for help."));
  }
}
