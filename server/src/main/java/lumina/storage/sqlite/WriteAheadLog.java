package lumina.storage.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import lumina.storage.DataFolder;
import lumina.storage.LocalBackend;
import org.springframework.stereotype.Component;

/// Makes single transactions survive a power cut.
///
/// Every committed transaction survives a killed process. Flushing each of them to the disk, too,
/// would slow down all simultaneous writers (docs/decisions/0001), so only transactions that
/// promise it are flushed.
@Component
@LocalBackend
public class WriteAheadLog {
  private final Path file;

  WriteAheadLog(DataFolder folder) {
    file = Path.of(folder.database() + "-wal");
  }

  /// When this returns, all earlier commits are on the disk.
  public void flush() throws IOException {
    if (!Files.exists(file)) {
      return; // a checkpoint moved all of it to the database, and flushed that
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.force(false);
    }
  }
}
