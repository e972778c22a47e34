package lumina.imports.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipSourceTest {
  @TempDir Path folder;

  @Test
  void a_zip_cannot_lead_outside_nor_grow_without_end() throws IOException {
    Path zip =
        Found.zip(
            folder.resolve("evil.zip"),
            "../../up.jpg",
            "x",
            "/etc/cron.d/x.jpg",
            "x",
            "C:\\x.jpg",
            "x",
            "bomb.jpg",
            "\0".repeat(32 << 20),
            "good.jpg",
            "x");
    Path broken = Files.writeString(folder.resolve("broken.zip"), "PK\3\4 and no more");

    Found found = Found.in(false, zip, broken);

    assertThat(found.photos.keySet()).containsExactly("good.jpg");
    assertThat(found.refused)
        .hasSize(5)
        .anyMatch(line -> line.startsWith("bomb.jpg: it is packed too tightly"))
        .anyMatch(line -> line.startsWith("broken.zip: it is not a zip"))
        .anyMatch(line -> line.contains("../../up.jpg: its name leads out"));
  }

  @Test
  void an_entry_that_cannot_be_unpacked_is_named_and_stops_nothing() throws IOException {
    Path zip = Found.zip(folder.resolve("t.zip"), "a.jpg", "x", "b.jpg", "y", "c.jpg", "z");
    byte[] bytes = Files.readAllBytes(zip);
    int list = new String(bytes, ISO_8859_1).indexOf("PK\1\2");
    int second = new String(bytes, ISO_8859_1).indexOf("PK\1\2", list + 1);
    bytes[list + 8] |= 1; // encrypted
    bytes[second + 10] = 97; // WavPack
    Files.write(zip, bytes);

    Found found = Found.in(false, zip);

    assertThat(found.photos.keySet()).containsExactly("c.jpg");
    assertThat(found.refused)
        .containsExactly(
            "a.jpg: it needs a password; make a zip without one",
            "b.jpg: it is packed in an unusual way; unpack it, and pack it anew");
  }

  @Test
  void an_entry_that_is_not_what_was_packed_cannot_be_read_to_its_end() throws IOException {
    Path zip = Found.zip(folder.resolve("t.zip"), "a.jpg", "hello");
    byte[] bytes = Files.readAllBytes(zip);
    int list = new String(bytes, ISO_8859_1).indexOf("PK\1\2");
    bytes[list + 16] ^= 1; // its checksum
    Files.write(zip, bytes);

    try (SourceFiles files = SourceFiles.in(List.of(zip), Map.of(), new Found())) {
      assertThatThrownBy(() -> files.files().getFirst().content().open().readAllBytes())
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void an_entry_without_a_time_has_no_date() throws IOException {
    Path zip = Found.zip(folder.resolve("t.zip"), "first.jpg", "x", "zero.jpg", "y", "c.jpg", "z");
    byte[] bytes = Files.readAllBytes(zip);
    int list = new String(bytes, ISO_8859_1).indexOf("PK\1\2");
    int second = new String(bytes, ISO_8859_1).indexOf("PK\1\2", list + 1);
    ByteBuffer times = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    times.putInt(list + 12, 1 << 21 | 1 << 16); // 1980-01-01T00:00
    times.putInt(second + 12, 0);
    Files.write(zip, bytes);

    Found found = Found.in(false, zip);

    assertThat(found.photo("first.jpg").file().modified()).isZero();
    assertThat(found.photo("zero.jpg").file().modified()).isZero();
    assertThat(found.photo("c.jpg").file().modified()).isPositive();
  }

  @Test
  void several_threads_read_at_once() throws IOException {
    String[] files =
        IntStream.range(0, 5_000)
            .boxed()
            .flatMap(i -> Stream.of(i + ".jpg", "x" + i))
            .toArray(String[]::new);
    Path zip = Found.zip(folder.resolve("t.zip"), files);
    try (SourceFiles all = SourceFiles.in(List.of(zip), Map.of(), new Found())) {
      List<String> read =
          all.files().parallelStream().map(ZipSourceTest::text).sorted().distinct().toList();
      assertThat(read).hasSize(5_000);
    }
  }

  private static String text(SourceFile file) {
    try (InputStream bytes = file.content().open()) {
      return new String(bytes.readAllBytes(), ISO_8859_1);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
