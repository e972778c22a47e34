package lumina.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DuplicateKeyException;

class SortKeyTest {
  private static final long NOW = 1_700_000_000_000L;

  private final Set<Long> taken = new HashSet<>();

  @ParameterizedTest
  @CsvSource({
    "018bcfe56800700000000000000fffff, fffff",
    "018bcfe5-6800-7000-8000-0000000ABCDE, abcde",
    "a-1, 171c5",
    "-abcd, 7b5ef",
    "7, 7"
  })
  void it_is_the_time_and_then_the_end_of_the_id(String id, String bits) {
    long sortKey = SortKey.of(NOW, id);
    assertThat(SortKey.timeOf(sortKey)).isEqualTo(NOW);
    assertThat(Long.toHexString(sortKey - SortKey.startOf(NOW))).isEqualTo(bits);
  }

  @Test
  void a_moment_holds_all_that_was_made_in_it_and_nothing_else() {
    for (String id : new String[] {"00000", "fffff"}) {
      assertThat(SortKey.of(NOW, id)).isBetween(SortKey.startOf(NOW), SortKey.endOf(NOW));
    }
    assertThat(SortKey.endOf(NOW)).isEqualTo(SortKey.startOf(NOW + 1) - 1);
    assertThat(SortKey.endOf(Long.MAX_VALUE)).isEqualTo(SortKey.NEWEST);
  }

  @Test
  void of_many_people_who_do_the_same_in_one_moment_each_has_another() {
    assertThat(LongStream.range(0, 10_000).map(person -> SortKey.ofAction(NOW, "photo", person)))
        .doesNotHaveDuplicates()
        .allMatch(sortKey -> SortKey.timeOf(sortKey) == NOW);
  }

  @Test
  void what_comes_next_is_behind_the_last_whatever_the_clock_says() {
    assertThat(SortKey.behind(NOW - 5, NOW)).isEqualTo(NOW);
    assertThat(SortKey.behind(NOW, NOW)).isEqualTo(NOW + 1);
    assertThat(SortKey.behind(NOW + 5, NOW)).isEqualTo(NOW + 6);
  }

  @Test
  void what_is_taken_is_left_to_whom_it_belongs() {
    assertThat(SortKey.firstFree(7, this::take)).isEqualTo(7);
    assertThat(SortKey.firstFree(7, this::take)).isEqualTo(8);
    assertThat(SortKey.firstFree(6, this::take)).isEqualTo(6);
    assertThat(SortKey.firstFree(6, this::take)).isEqualTo(9);
    assertThatThrownBy(() -> SortKey.firstFree(6, any -> take(6)))
        .isInstanceOf(DuplicateKeyException.class);
  }

  private void take(long sortKey) {
    if (!taken.add(sortKey)) {
      throw new DuplicateKeyException("taken");
    }
  }
}
