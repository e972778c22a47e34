package lumina.storage.sqlite.migration;

import java.sql.SQLException;
import lumina.id.SortKey;
import org.sqlite.Function;

/// The SQL function `sort_key(time, id)`, which returns the sort key of a time and an id.
class SortKeyFunction extends Function {
  @Override
  protected void xFunc() throws SQLException {
    result(SortKey.of(value_long(0), value_text(1)));
  }
}
