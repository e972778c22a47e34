package lumina.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The contract of every blob store.
abstract class BlobStoreContract {
  static final int MEGABYTE = 1 << 20;

  @TempDir Path folder;

  abstract BlobStore store();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 70_000, 8 * MEGABYTE, 16 * MEGABYTE + 1, 20 * MEGABYTE})
  void what_was_put_is_found_byte_for_byte(int size) throws IOException {
    byte[] bytes = bytes(size);
    String key = put(bytes);
    try (Blob blob = store().find(key).orElseThrow()) {
      assertThat(blob.size()).isEqualTo(size);
      assertThat(blob.bytes().readAllBytes()).isEqualTo(bytes);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "0, 99999", "10, 11", "50000, 100000", "99999, 100000", "0, 100000"})
  void a_part_can_be_read_alone(int start, int end) throws IOException {
    byte[] bytes = bytes(100_000);
    String key = put(bytes);
    try (Blob blob = store().find(key).orElseThrow();
        InputStream part = blob.bytes(start, end)) {
      assertThat(blob.size()).isEqualTo(bytes.length);
      assertThat(part.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, start, end));
    }
  }

  @Test
  void a_part_of_a_large_blob_may_lie_across_the_pieces_it_was_sent_in() throws IOException {
    byte[] bytes = bytes(20 * MEGABYTE);
    String key = put(bytes);
    int border = 8 * MEGABYTE;
    try (Blob blob = store().find(key).orElseThrow();
        InputStream part = blob.bytes(border - 7, border + 9)) {
      assertThat(part.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, border - 7, border + 9));
    }
  }

  @Test
  void one_byte_after_the_other_is_the_same() throws IOException {
    byte[] bytes = bytes(300);
    try (Blob blob = store().find(put(bytes)).orElseThrow();
        InputStream in = blob.bytes()) {
      for (byte expected : bytes) {
        assertThat(in.read()).isEqualTo(expected & 0xff);
      }
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  @Test
  void a_blob_may_be_left_half_read_again_and_again() throws IOException {
    byte[] bytes = bytes(4 * MEGABYTE);
    String key = put(bytes);
    for (int i = 0; i < 300; i++) { // more than there are connections
      try (Blob blob = store().find(key).orElseThrow()) {
        assertThat(blob.bytes().read()).isEqualTo(bytes[0] & 0xff);
      }
    }
  }

  @Test
  void what_was_never_put_is_not_there() throws IOException {
    assertThat(store().find(newKey())).isEmpty();
  }

  @Test
  void the_last_one_that_was_put_is_there() throws IOException {
    String key = put(bytes(200));
    byte[] later = bytes(100);
    store().put(key, file(later), "image/jpeg");
    assertThat(read(key)).contains(later);
  }

  @Test
  void files_that_are_put_together_are_all_there() throws IOException {
    List<NewBlob> blobs = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Path file = Files.write(folder.resolve("part" + i), bytes(1_000 + i));
      blobs.add(new NewBlob(newKey(), file, "image/jpeg"));
    }
    store().put(blobs);
    for (int i = 0; i < 6; i++) {
      assertThat(read(blobs.get(i).key())).contains(bytes(1_000 + i));
    }
  }

  @Test
  void a_file_that_cannot_be_read_is_reported() {
    NewBlob missing = new NewBlob(newKey(), folder.resolve("missing"), "image/jpeg");
    assertThatThrownBy(() -> store().put(List.of(missing)))
        .satisfiesAnyOf(
            e -> assertThat(e).isInstanceOf(IOException.class),
            e -> assertThat(e).isInstanceOf(UncheckedIOException.class));
  }

  @Test
  void many_are_deleted_at_once_those_that_are_not_there_too() throws IOException {
    String kept = put(bytes(10));
    List<String> keys = new ArrayList<>(List.of(put(bytes(10)), put(bytes(20))));
    for (int i = 0; i < 2_100; i++) {
      keys.add(i, newKey());
    }
    store().delete(keys);
    for (String key : keys.subList(2_100, keys.size())) {
      assertThat(store().find(key)).isEmpty();
    }
    assertThat(read(kept)).isPresent();
    store().delete(keys);
    store().delete(List.of());
  }

  String put(byte[] bytes) throws IOException {
    String key = newKey();
    store().put(key, file(bytes), "image/jpeg");
    return key;
  }

  private Optional<byte[]> read(String key) throws IOException {
    Optional<Blob> found = store().find(key);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (Blob blob = found.get()) {
      return Optional.of(blob.bytes().readAllBytes());
    }
  }

  static String newKey() {
    return "photos/" + UUID.randomUUID().toString().replace("-", "") + "_full.jpg";
  }

  Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("upload"), bytes);
  }

  static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
