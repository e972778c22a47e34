package lumina.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The files of an import that a command hands over to a server. The server keeps the request until
/// it has written the exit code, so that it goes on after a crash.
record HandedOver(Path folder, String id) {
  static final String REQUEST = ".request.json";

  static HandedOver of(Path folder, Path request) {
    String name = request.getFileName().toString();
    return new HandedOver(folder, name.substring(0, name.length() - REQUEST.length()));
  }

  Path request() {
    return file(REQUEST);
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

  void delete() throws IOException {
    for (Path file : new Path[] {request(), said(), report(), exit(), file(".draft")}) {
      Files.deleteIfExists(file);
    }
  }
}
