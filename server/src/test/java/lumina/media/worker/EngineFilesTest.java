package lumina.media.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lumina.stores.AtOnce;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineFilesTest {
  @TempDir Path folder;

  @Test
  void a_second_process_replaces_no_file_that_workers_of_the_first_may_read() throws Exception {
    unpack();
    Map<Path, Object> first = identities();
    unpack();
    assertThat(identities()).isEqualTo(first).isNotEmpty();
  }

  @Test
  void processes_that_start_at_the_same_moment_use_the_same_whole_files() {
    List<Callable<List<Path>>> processes = List.of(this::unpack, this::unpack, this::unpack);
    List<Future<List<Path>>> unpacked = AtOnce.all(processes);

    assertThat(AtOnce.failures(unpacked)).isEmpty();
    assertThat(unpacked.stream().map(Future::resultNow).distinct()).hasSize(1);
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  private List<Path> unpack() throws IOException {
    EngineFiles.Engine engine = new EngineFiles(folder).engine().orElseThrow();
    return List.of(engine.library(), engine.classes());
  }

  private Map<Path, Object> identities() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.collect(Collectors.toMap(file -> file, EngineFilesTest::identity));
    }
  }

  /// Another file of the same name has another one.
  private static Object identity(Path file) {
    try {
      return Objects.requireNonNull(
          Files.readAttributes(file, BasicFileAttributes.class).fileKey());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
