package lumina.media.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramFilesTest {
  private static final String SUM_OF_ANOTHER = "0".repeat(64);

  @TempDir Path folder;

  @Test
  void a_library_without_its_checksum_is_not_unpacked() {
    byte[] content = "a library".getBytes(StandardCharsets.US_ASCII);
    ProgramFiles files = new ProgramFiles(folder);

    assertThatThrownBy(
            () -> files.placed("lib", new ByteArrayInputStream(content), ".so", SUM_OF_ANOTHER))
        .hasMessageContaining("lib in the application is damaged");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void programs_without_their_checksum_are_not_unpacked() {
    List<String> names = List.of("package-info.class");
    ProgramFiles files = new ProgramFiles(folder);

    assertThatThrownBy(
            () -> files.placedTogether("programs", "/lumina/media/", names, SUM_OF_ANOTHER))
        .hasMessageContaining("programs in the application is damaged");
    assertThat(folder).isEmptyDirectory();
  }
}
