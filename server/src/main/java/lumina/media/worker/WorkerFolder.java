package lumina.media.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import lumina.media.still.Derivation.Output;
import org.springframework.util.FileSystemUtils;

/// The folder in which one worker gets its picture and writes the results. The worker has access to
/// no other data.
final class WorkerFolder implements AutoCloseable {
  private final Path root;

  /// @param parent on the disk of the pictures, so that no file needs to be copied
  WorkerFolder(Path parent) throws IOException {
    root = Files.createTempDirectory(Files.createDirectories(parent), "worker-").toAbsolutePath();
    Files.createDirectory(in());
    Files.createDirectory(out());
  }

  /// The folder that the worker may read.
  Path in() {
    return root.resolve("in");
  }

  /// The folder that the worker may write.
  Path out() {
    return root.resolve("out");
  }

  private Path picture() {
    return in().resolve("picture");
  }

  /// Puts the picture into the folder.
  ///
  /// @return the line to send to the worker
  String handOver(WorkerJob job) {
    try {
      Files.deleteIfExists(picture());
      link(job.original());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    List<Object> words = new ArrayList<>(List.of(job.task(), picture(), job.mostPixels()));
    words.add(job.programs().map(Path::toString).orElse(""));
    for (Output output : job.outputs()) {
      words.addAll(List.of(output.edge(), output.saver(), made(output)));
    }
    return WorkerProtocol.line(words.toArray());
  }

  private void link(Path original) throws IOException {
    try {
      Files.createLink(picture(), original.toAbsolutePath());
    } catch (IOException | UnsupportedOperationException otherDisk) {
      Files.copy(original, picture());
    }
  }

  private Path made(Output output) {
    return out().resolve(String.valueOf(output.edge()));
  }

  /// Moves the results to the requested paths.
  void takeBack(WorkerJob job) {
    try {
      for (Output output : job.outputs()) {
        Files.move(made(output), output.file(), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Deletes the files of a picture, so that the next picture cannot read them.
  void clear() {
    for (Path folder : List.of(in(), out())) {
      try (var files = Files.newDirectoryStream(folder)) {
        for (Path file : files) {
          FileSystemUtils.deleteRecursively(file);
        }
      } catch (IOException gone) {
        // the folder was deleted with its worker
      }
    }
  }

  @Override
  public void close() {
    FileSystemUtils.deleteRecursively(root.toFile());
  }
}
