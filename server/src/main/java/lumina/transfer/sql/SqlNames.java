package lumina.transfer.sql;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import lumina.account.UserStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who and what there is, for stores that cannot tell.
@Component
@ConditionalOnNotWebApplication
public class SqlNames {
  private final JdbcClient sql;
  private final UserStore users;

  SqlNames(JdbcClient sql, UserStore users) {
    this.sql = sql;
    this.users = users;
  }

  /// The names of people by their ids; those who are gone are not in it.
  public Map<Long, String> people(Collection<Long> ids) {
    return users.names(ids);
  }

  /// Those of these photos that are in the index.
  public Set<String> photos(Collection<String> ids) {
    return ids.isEmpty()
        ? Set.of()
        : sql.sql("SELECT photo_id FROM photos WHERE photo_id IN (:ids)")
            .param("ids", new HashSet<>(ids))
            .query((row, n) -> row.getString("photo_id"))
            .set();
  }
}
