package lumina.upload.tus;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import lumina.blob.UploadParts;
import lumina.http.problem.ClientDisconnected;
import lumina.http.problem.Problem;
import lumina.upload.tus.UploadRows.Held;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Receives bytes of an upload. What arrived before a connection broke is kept.
@Component
class UploadReceiving {
  private static final int BUFFER = 1 << 16;

  /// So often a slow client's bytes become durable, and the upload stays held.
  private static final Duration SAVED_EVERY = Duration.ofSeconds(5);

  private final UploadParts parts;
  private final UploadRows rows;
  private final Clock clock;

  UploadReceiving(UploadParts parts, UploadRows rows, Clock clock) {
    this.parts = parts;
    this.rows = rows;
    this.clock = clock;
  }

  /// Returns how many bytes the upload has now, all of them durable.
  ///
  /// @throws ClientDisconnected if the body ends too early; with a checksum none of its bytes is
  ///   kept then, because they cannot be checked
  /// @throws Problem.ChecksumMismatch if the body is not the announced one; none of it is kept
  /// @throws Problem.TooLarge if there are more bytes than announced
  long receive(Held held, InputStream body, UploadChecksum checksum) throws IOException {
    Upload upload = held.upload();
    try (UploadParts.Appender appender = parts.append(upload.uploadId(), upload.received())) {
      return new Reception(held, body, checksum, appender).run();
    }
  }

  private final class Reception {
    private final Held held;
    private final InputStream body;
    private final UploadChecksum checksum;
    private final UploadParts.Appender appender;
    private final byte[] buffer = new byte[BUFFER];
    private long offset;
    private long savedAt = clock.millis();
    private @Nullable IOException broken;

    Reception(Held held, InputStream body, UploadChecksum checksum, UploadParts.Appender appender) {
      this.held = held;
      this.body = body;
      this.checksum = checksum;
      this.appender = appender;
      offset = held.upload().received();
    }

    long run() throws IOException {
      int read = read();
      while (read > 0) {
        appender.write(buffer, read);
        checksum.update(buffer, read);
        offset += read;
        if (offset % UploadParts.PART == 0 || clock.millis() - savedAt > SAVED_EVERY.toMillis()) {
          saveOrRenew();
        }
        read = read();
      }
      if (broken == null) {
        checksum.require();
        save();
      } else if (!checksum.isAnnounced()) {
        save();
      }
      if (broken != null) {
        throw new ClientDisconnected(broken);
      }
      return offset;
    }

    /// Returns 0 at the end of the body, or of the connection.
    private int read() {
      try {
        long left = held.upload().size() - offset;
        if (left == 0) {
          requireEnd();
          return 0;
        }
        long ofPart = UploadParts.PART - offset % UploadParts.PART;
        return Math.max(0, body.read(buffer, 0, (int) Math.min(Math.min(BUFFER, left), ofPart)));
      } catch (IOException gone) {
        broken = gone;
        return 0;
      }
    }

    private void requireEnd() throws IOException {
      if (body.read() >= 0) {
        throw new Problem.TooLarge("This is more than the announced size of the file.");
      }
    }

    /// Bytes with a checksum do not count before it is checked.
    private void saveOrRenew() throws IOException {
      if (checksum.isAnnounced()) {
        requireHeld(rows.renew(held));
        savedAt = clock.millis();
      } else {
        save();
      }
    }

    private void save() throws IOException {
      appender.flush();
      requireHeld(rows.progress(held, offset));
      savedAt = clock.millis();
    }
  }

  static void requireHeld(boolean held) {
    if (!held) {
      throw TusUploads.locked();
    }
  }
}
