package lumina.storage;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Checks SQLite or MySQL.
@Component
@Transactional(readOnly = true)
class SqlCheck implements StoreCheck {
  private final JdbcClient sql;

  SqlCheck(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public String name() {
    return "database";
  }

  @Override
  public void check() {
    sql.sql("SELECT 1").query(Integer.class).single();
  }
}
