package lumina.move;

import java.util.List;
import java.util.function.Consumer;

/// Everything of one kind that a backend holds.
interface Rows {
  /// How many are handed over at once, at most.
  int PAGE = 200;

  Kind kind();

  boolean isEmpty();

  /// Hands all over, page by page. The taker may read and write here meanwhile.
  void each(Consumer<List<Row>> taker);

  /// Those that lie here under the keys of these.
  List<Row> among(List<Row> rows);

  /// Is told what will be inserted after all that belongs to it.
  default void expect(List<Row> rows) {}

  /// @param rows which are not here
  void insert(List<Row> rows);

  /// @param rows which are here, saying something else
  void update(List<Row> rows);

  void delete(List<Row> rows);

  /// Is told that all has been copied.
  default void finish() {}
}
