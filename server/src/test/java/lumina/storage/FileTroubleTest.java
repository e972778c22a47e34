package lumina.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;

class FileTroubleTest {
  @Test
  void a_copy_that_finds_no_space_names_the_file_that_was_written() {
    var full = new FileSystemException("/data/a.jpg", "/backup/a.jpg", "No space left on device");
    assertThat(FileTrouble.of(new UncheckedIOException(full)))
        .isEqualTo("/backup/a.jpg: No space left on device");
  }
}
