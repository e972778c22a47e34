package lumina.storage.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import lumina.storage.DataFolder;
import lumina.storage.LocalBackend;
import org.springframework.stereotype.Component;

/// Lets single transactions outlive a power cut.
///
/// Every committed transaction outlives a killed process. Flushing each to the disk as well costs
/// everyone who writes at the same time dearly (docs/decisions/0001), so it is done for those alone
/// that promise it.
@Component
@LocalBackend
public class WriteAheadLog {
  private final Path file;

  WriteAheadLog(DataFolder folder) {
    file = Path.of(folder.database() + "-wal");
  }

  /// When this returns, all that was committed before is on the disk.
  public void flush() throws IOException {
    if (!Files.exists(file)) {
      return; // all of it has moved to the database, which flushes as it moves
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.force(false);
    }
  }
}
