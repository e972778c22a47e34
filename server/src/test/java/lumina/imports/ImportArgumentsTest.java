package lumina.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lumina.access.Audience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportArgumentsTest {
  @ParameterizedTest
  @CsvSource({
    "--user ann a, a, PRIVATE, false, false",
    "a --user ann b, a b, PRIVATE, false, false",
    "--user ann --audience friends a, a, FRIENDS, false, false",
    "--user ann --audience public a, a, PUBLIC, false, false",
    "--user ann --audience public a --audience private, a, PRIVATE, false, false",
    "--albums --user ann a, a, PRIVATE, true, false",
    "--user ann a --dry-run, a, PRIVATE, false, true"
  })
  void an_import_is_private_makes_no_albums_of_folders_and_is_done_unless_somebody_says_otherwise(
      String words, String paths, Audience audience, boolean albums, boolean dryRun) {
    assertThat(ImportArguments.of(List.of(words.split(" "))))
        .contains(
            new ImportArguments(
                new ImportRequest("ann", List.of(paths.split(" ")), audience, albums, dryRun),
                null));
  }

  @Test
  void a_report_is_written_where_somebody_says() {
    assertThat(ImportArguments.of(List.of("--report", "r.jsonl", "--user", "ann", "a")))
        .contains(
            new ImportArguments(
                new ImportRequest("ann", List.of("a"), Audience.PRIVATE, false, false), "r.jsonl"));
  }
}
