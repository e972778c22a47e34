package lumina.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// The files of an import that a command hands over to a server. The server keeps the request until
/// it has written the exit code, so that it goes on after a crash.
record HandedOver(Path folder, String id) {
  /// All imports of which there are files, the oldest first.
  static List<HandedOver> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("\\..*", ""))
          .distinct()
          .sorted()
          .map(id -> new HandedOver(folder, id))
          .toList();
    }
  }

  Path request() {
    return file(".request.json");
  }

  Path said() {
    return file(".said");
  }

  Path report() {
    return file(".report.jsonl");
  }

  Path exit() {
    return file(".exit");
  }

  private Path file(String suffix) {
    return folder.resolve(id + suffix);
  }

  /// Writes a file so that others see it whole or not at all.
  void write(Path file, String text) throws IOException {
    Path draft = file(".draft");
    Files.writeString(draft, text);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /// It waits for the server, or the server is at it.
  boolean isOpen() {
    return Files.exists(request()) && !Files.exists(exit());
  }

  /// Whether nobody has written any of these files since then.
  boolean isUntouchedSince(Instant time) throws IOException {
    Instant last = Instant.MIN;
    for (Path file : all()) {
      if (Files.exists(file)) {
        Instant written = Files.getLastModifiedTime(file).toInstant();
        last = written.isAfter(last) ? written : last;
      }
    }
    return last.isBefore(time);
  }

  void delete() throws IOException {
    for (Path file : all()) {
      Files.deleteIfExists(file);
    }
  }

  private List<Path> all() {
    return List.of(request(), said(), report(), exit(), file(".draft"));
  }
}
