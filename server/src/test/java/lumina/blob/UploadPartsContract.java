package lumina.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import lumina.blob.UploadParts.Appender;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The contract of every store of unfinished uploads.
abstract class UploadPartsContract {
  private static final byte[] FILE = new byte[2 * UploadParts.PART + 1_000];

  @TempDir private Path folder;
  private final String id = UUID.randomUUID().toString().replace("-", "");

  abstract UploadParts parts();

  @BeforeAll
  static void fill() {
    new Random(7).nextBytes(FILE);
  }

  private void append(int start, int end) throws IOException {
    try (Appender appender = parts().append(id, start)) {
      write(appender, start, end);
      appender.flush();
    }
  }

  private static void write(Appender appender, int start, int end) throws IOException {
    byte[] bytes = Arrays.copyOfRange(FILE, start, end);
    appender.write(bytes, bytes.length);
  }

  private byte[] read(int size) throws IOException {
    Path copy = folder.resolve("copy-" + size);
    parts().copyTo(id, size, copy);
    return Files.readAllBytes(copy);
  }

  @Test
  void what_is_added_piece_by_piece_is_the_file() throws IOException {
    int start = 0;
    for (int end :
        new int[] {1, 700, UploadParts.PART - 1, UploadParts.PART, UploadParts.PART + 1}) {
      append(start, end);
      start = end;
    }
    append(start, FILE.length);
    assertThat(read(FILE.length)).isEqualTo(FILE);
  }

  @Test
  void bytes_that_were_flushed_survive_what_comes_after_them() throws IOException {
    append(0, 700);
    try (Appender interrupted = parts().append(id, 700)) {
      write(interrupted, 1_000, UploadParts.PART + 5_000); // not what belongs there
    }
    assertThat(read(700)).isEqualTo(Arrays.copyOf(FILE, 700));
    append(700, FILE.length);
    assertThat(read(FILE.length)).isEqualTo(FILE);
  }

  @Test
  void a_copy_stays_as_it_is() throws IOException {
    append(0, 700);
    byte[] copy = read(700);
    parts().delete(id, FILE.length);
    assertThat(Files.readAllBytes(folder.resolve("copy-700"))).isEqualTo(copy);
  }

  @Test
  void nothing_is_left_of_what_is_deleted() throws IOException {
    append(0, FILE.length);
    parts().delete(id, FILE.length);
    parts().delete(id, FILE.length);
    assertThatThrownBy(() -> read(1)).isInstanceOf(IOException.class);
  }
}
