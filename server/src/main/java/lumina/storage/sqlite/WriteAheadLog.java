package lumina.storage.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import lumina.storage.DataFolder;
import lumina.storage.LocalBackend;
import org.springframework.stereotype.Component;

/// Makes committed transactions survive a power cut; a killed process they survive anyway.
///
/// A flush takes longer than a commit, so it is shared: while one is running, all who committed
/// meanwhile wait for the next one together (docs/decisions/0001).
@Component
@LocalBackend
public class WriteAheadLog {
  private final Path file;
  private final AtomicLong asked = new AtomicLong();
  private final Lock flushing = new ReentrantLock();
  private long flushed;
  private long lost;

  WriteAheadLog(DataFolder folder) {
    file = Path.of(folder.database() + "-wal");
  }

  /// When this returns, all earlier commits are on the disk.
  ///
  /// @throws IOException if they may not be: also for those who waited for a flush that failed,
  ///   since the system reports lost pages once, and the next flush would succeed without them
  public void flush() throws IOException {
    long mine = asked.incrementAndGet();
    flushing.lock();
    try {
      if (mine <= lost) {
        throw new IOException("A flush of the database log failed.");
      }
      if (flushed < mine) {
        flushAll(asked.get());
      }
    } finally {
      flushing.unlock();
    }
  }

  private void flushAll(long all) throws IOException {
    try {
      force();
      flushed = all;
    } catch (IOException failed) {
      lost = all;
      throw failed;
    }
  }

  private void force() throws IOException {
    if (!Files.exists(file)) {
      return; // a checkpoint moved all of it to the database, and flushed that
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.force(false);
    }
  }
}
