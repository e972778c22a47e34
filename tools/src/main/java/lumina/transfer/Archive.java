package lumina.transfer;

import java.util.Optional;

/// The kinds of records that a backend stores in its own way.
public interface Archive {
  /// Returns nothing for a kind that is rows of a table with the same columns in SQLite and MySQL.
  Optional<Records> records(Entity kind);
}
