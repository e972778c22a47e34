package lumina.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class RememberedTest {
  private static final int MANY = 100;

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
          return names.stream()
              .filter(database::containsKey)
              .collect(Collectors.toMap(name -> name, database::get));
        });
  }

  private void write(String name, int number) {
    database.put(name, number);
    writes.committed();
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
