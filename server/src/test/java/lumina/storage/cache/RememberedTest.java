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
  void what_is_said_of_a_photo_is_remembered_while_other_photos_change() {
    Remembered<String, Integer> photos =
        Remembered.ofPhotos(
            writes,
            MANY,
            names -> {
              writes.read(NUMBERS);
              return names.stream().collect(Collectors.toMap(name -> name, database::get));
            });
    assertThat(photos.getAll(List.of("a", "b"))).containsValues(1, 2);
    database.putAll(Map.of("a", 3, "b", 4));
    writes.committed(Tables.of(Set.of("numbers")).ofPhoto("a"));
    assertThat(photos.getAll(List.of("a", "b"))).containsValues(3, 2);
    writes.committed(Tables.of(Set.of("others")).ofPhoto("b"));
    assertThat(photos.get("b")).isEqualTo(2);
    writes.committed(NUMBERS);
    assertThat(photos.get("b")).isEqualTo(4);
  }

  @Test
  void rows_of_a_photo_are_rows_of_their_table() {
    numbers.get("a");
    database.put("a", 3);
    writes.committed(Tables.of(Set.of("numbers")).ofPhoto("b"));
    assertThat(numbers.get("a")).isEqualTo(3);
  }

  @Test
  void more_changes_than_are_known_by_photo_change_everything() {
    Remembered<String, Integer> photos =
        Remembered.ofPhotos(writes, MANY, names -> Map.of("a", reads.incrementAndGet()));
    photos.get("a");
    for (int i = 0; i < 10_002; i++) {
      writes.committed(Tables.of(Set.of("numbers")).ofPhoto("other " + i));
    }
    assertThat(photos.get("a")).isEqualTo(2);
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
