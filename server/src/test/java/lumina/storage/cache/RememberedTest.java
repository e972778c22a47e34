package lumina.storage.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class RememberedTest {
  private static final int MANY = 100;
  private static final Tables NUMBERS = Tables.of(Set.of("numbers"));
  private static final Tables OTHERS = Tables.of(Set.of("others"));

  private final AtomicInteger reads = new AtomicInteger();
  private final Map<String, Integer> database = new HashMap<>(Map.of("a", 1, "b", 2));
  private final Writes writes = new Writes("local");
  private final Remembered<String, Integer> numbers = numbers(writes);

  private Remembered<String, Integer> numbers(Writes writes) {
    return Remembered.several(
        writes,
        MANY,
        names -> {
          reads.incrementAndGet();
          writes.read(NUMBERS);
          return names.stream()
              .filter(database::containsKey)
              .collect(Collectors.toMap(name -> name, database::get));
        });
  }

  private void write(String name, int number) {
    database.put(name, number);
    writes.committed(NUMBERS);
  }

  @AfterEach
  void end() {
    TransactionSynchronizationManager.setActualTransactionActive(false);
  }

  @Test
  void what_was_read_is_not_read_again_until_something_is_written() {
    assertThat(numbers.get("a")).isEqualTo(1);
    assertThat(numbers.get("a")).isEqualTo(1);
    assertThat(reads).hasValue(1);
    write("b", 3);
    assertThat(numbers.getAll(List.of("a", "b")))
        .containsOnly(Map.entry("a", 1), Map.entry("b", 3));
    write("a", 4);
    assertThat(numbers.get("a")).isEqualTo(4);
  }

  @Test
  void what_is_written_elsewhere_changes_nothing() {
    numbers.get("a");
    writes.committed(OTHERS);
    numbers.get("a");
    assertThat(reads).hasValue(1);
    writes.committed(Tables.ALL);
    numbers.get("a");
    assertThat(reads).hasValue(2);
  }

  @Test
  void what_was_read_from_anywhere_is_read_again_after_each_write() {
    Remembered<String, Integer> unclear =
        Remembered.each(
            writes,
            MANY,
            name -> {
              writes.read(Tables.ALL);
              return reads.incrementAndGet();
            });
    assertThat(unclear.get("a")).isEqualTo(unclear.get("a"));
    writes.committed(OTHERS);
    assertThat(unclear.get("a")).isEqualTo(2);
  }

  @Test
  void what_is_made_of_something_remembered_is_as_true_as_that() {
    Remembered<String, Integer> doubled =
        Remembered.each(
            writes,
            MANY,
            name -> {
              writes.read(OTHERS);
              return 2 * numbers.get(name);
            });
    numbers.get("a");
    assertThat(doubled.get("a")).isEqualTo(2);
    write("a", 7);
    assertThat(doubled.get("a")).isEqualTo(14);
    database.put("a", 8); // unnoticed until another table changes
    assertThat(doubled.get("a")).isEqualTo(14);
    writes.committed(OTHERS);
    assertThat(doubled.get("a")).isEqualTo(14);
    writes.committed(NUMBERS);
    assertThat(doubled.get("a")).isEqualTo(16);
  }

  @Test
  void of_several_only_those_are_read_that_are_not_known() {
    numbers.get("a");
    assertThat(numbers.getAll(List.of("a", "b", "c"))).containsOnlyKeys("a", "b");
    assertThat(numbers.getAll(List.of("a", "b"))).containsOnlyKeys("a", "b");
    assertThat(reads).hasValue(2);
  }

  @Test
  void what_is_written_while_it_is_read_is_read_anew() {
    Remembered<String, Integer> slow =
        Remembered.each(
            writes,
            MANY,
            name -> {
              writes.read(NUMBERS);
              int read = Objects.requireNonNull(database.get(name));
              if (read == 1) {
                write(name, 2);
              }
              return read;
            });
    assertThat(slow.get("a")).isEqualTo(1);
    assertThat(slow.get("a")).isEqualTo(2);
  }

  @Test
  void within_a_transaction_nothing_is_remembered() {
    TransactionSynchronizationManager.setActualTransactionActive(true);
    database.put("a", 5); // and then rolled back
    assertThat(numbers.get("a")).isEqualTo(5);
    database.put("a", 1);
    end();
    assertThat(numbers.get("a")).isEqualTo(1);
  }

  @Test
  void where_others_write_too_nothing_is_remembered() {
    Remembered<String, Integer> shared = numbers(new Writes("dynamodb"));
    assertThat(shared.get("a")).isEqualTo(1);
    database.put("a", 6);
    assertThat(shared.get("a")).isEqualTo(6);
  }
}
