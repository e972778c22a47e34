package lumina.transfer;

import java.util.List;
import java.util.function.Consumer;

/// All records of one kind in a backend.
public interface Records {
  /// The maximum number of records in one call.
  int PAGE = 200;

  Entity kind();

  boolean isEmpty();

  /// Passes all records to the consumer, page by page. It may read and write this backend
  /// meanwhile.
  void each(Consumer<List<EntityRecord>> taker);

  /// Returns the records here that have the keys of these.
  List<EntityRecord> among(List<EntityRecord> rows);

  /// @param rows records that do not exist here
  /// @throws org.springframework.dao.DataIntegrityViolationException if this backend cannot store
  ///   one of them; then it stores none
  void insert(List<EntityRecord> rows);

  /// The default is for backends in which an insert replaces what is there.
  ///
  /// @param rows records that exist here with other values
  /// @throws org.springframework.dao.DataIntegrityViolationException as [#insert]
  default void update(List<EntityRecord> rows) {
    insert(rows);
  }

  void delete(List<EntityRecord> rows);
}
