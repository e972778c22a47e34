package lumina.transfer;

import java.util.List;
import java.util.function.Consumer;

/// Everything of one kind that a backend holds.
public interface Records {
  /// How many are handed over at once, at most.
  int PAGE = 200;

  Entity kind();

  boolean isEmpty();

  /// Hands all over, page by page. The taker may read and write here meanwhile.
  void each(Consumer<List<EntityRecord>> taker);

  /// Those that lie here under the keys of these.
  List<EntityRecord> among(List<EntityRecord> rows);

  /// Is told what will be inserted after all that belongs to it.
  default void expect(List<EntityRecord> rows) {}

  /// @param rows which are not here
  void insert(List<EntityRecord> rows);

  /// @param rows which are here, saying something else
  void update(List<EntityRecord> rows);

  void delete(List<EntityRecord> rows);

  /// Is told that all has been copied.
  default void finish() {}
}
