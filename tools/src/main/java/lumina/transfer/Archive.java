package lumina.transfer;

import java.util.List;

/// The kinds of records that each backend stores in its own way; all others are rows of tables with
/// the same columns in SQLite and MySQL.
public interface Archive {
  List<Records> records();
}
