package lumina.backend;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Tells load balancers and scripts that this instance can serve.
@RestController
@Transactional(readOnly = true)
class Health {
  private final JdbcClient sql;

  Health(JdbcClient sql) {
    this.sql = sql;
  }

  @GetMapping("/api/health")
  Map<String, String> health() {
    sql.sql("SELECT 1").query(Integer.class).single();
    return Map.of("status", "ok");
  }
}
