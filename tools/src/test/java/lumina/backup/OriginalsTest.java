package lumina.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import lumina.backup.Manifest.Stored;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which original a backup keeps: the one here, or else the one of the backup before.
class OriginalsTest {
  private static final String PHOTO = "0198c0de00000000000000000000000a";
  private static final String PATH = "images/photos/0a/" + PHOTO + "_full.jpg";

  private static SortedMap<String, Stored> files(@Nullable String content) {
    SortedMap<String, Stored> files = new TreeMap<>();
    if (content != null) {
      files.put(PATH, new Stored(content, 1, 1));
    }
    return files;
  }

  /// Checksums by one letter; nothing for a file that is not there, or a checksum that is unknown.
  @ParameterizedTest
  @CsvSource({
    "a, a, , a, ",
    "a, a, b, a, ",
    "a, b, a, a, is damaged in the data folder; the backup keeps the one of before.",
    "a, b, b, b, is damaged in the data folder; the backup has no other.",
    "a, b, , b, is damaged in the data folder; the backup has no other.",
    "a, , a, a, is missing in the data folder; the backup keeps the one of before.",
    "a, , b, , is missing in the data folder; the backup has no other.",
    "a, , , , is missing in the data folder; the backup has no other.",
    ", b, a, b, ",
    ", , a, a, is missing in the data folder; the backup keeps the one of before."
  })
  void the_original_that_the_database_knows_is_kept_and_all_else_is_said(
      @Nullable String known,
      @Nullable String here,
      @Nullable String before,
      @Nullable String kept,
      @Nullable String fault) {
    NamedFiles named = new NamedFiles(Map.of(PHOTO, known == null ? "" : known), Set.of());
    SortedMap<String, Stored> files = files(here);
    Originals originals = new Originals(named, files, files(before));
    assertThat(originals.areThere()).isEqualTo(here != null);
    if (fault == null) {
      assertThat(originals.correct()).isEmpty();
    } else {
      assertThat(originals.correct())
          .containsExactly("The original of photo %s %s".formatted(PHOTO, fault));
    }
    assertThat(files).isEqualTo(files(kept));
  }
}
