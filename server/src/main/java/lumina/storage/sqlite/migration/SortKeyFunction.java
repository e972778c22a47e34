package lumina.storage.sqlite.migration;

import java.sql.SQLException;
import lumina.id.SortKey;
import org.sqlite.Function;

/// The sort key of a time and an id, as SQL calls it: `sort_key(time, id)`.
class SortKeyFunction extends Function {
  @Override
  protected void xFunc() throws SQLException {
    result(SortKey.of(value_long(0), value_text(1)));
  }
}
