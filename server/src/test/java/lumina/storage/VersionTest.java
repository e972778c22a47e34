package lumina.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionTest {
  @ParameterizedTest
  @CsvSource({"0.1.0,0.2.0", "0.2.0,0.3.0-dev+301d030", "1.9.0,1.10.0", "'',0.2"})
  void a_later_version_comes_after_an_earlier_one(String earlier, String later) {
    assertThat(Version.of(earlier)).isLessThan(Version.of(later));
  }

  @ParameterizedTest
  @CsvSource({"0.3.0,0.3.0-dev", "0.3.0-dev,0.3.0-dev+301d030", "1.4,1.4.0", "'',0.1.0"})
  void what_is_on_the_way_to_a_version_counts_as_that_version(String one, String other) {
    assertThat(Version.of(one)).isEqualByComparingTo(Version.of(other));
  }
}
