package lumina.blob;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/// Keeps what has arrived of files that are still being uploaded, where every instance can go on
/// with them.
///
/// It does not know how many bytes an upload has; its callers remember that. Bytes beyond are void:
/// an interrupted request may have left them, and the next one overwrites them.
public interface UploadParts {
  /// In bytes. A flush costs least at a multiple of this.
  int PART = 5 << 20;

  /// Opens an upload to add bytes; only one caller at a time may do so.
  ///
  /// @param offset the number of bytes that it has
  Appender append(String uploadId, long offset) throws IOException;

  /// Adds bytes to an upload. Closing it leaves what was flushed.
  interface Appender extends Closeable {
    void write(byte[] bytes, int length) throws IOException;

    /// Makes all bytes durable that were written before: after it returns, a crash or a power cut
    /// loses none of them.
    void flush() throws IOException;
  }

  /// Writes the upload to a new file.
  ///
  /// @param size the number of bytes that it has
  void copyTo(String uploadId, long size, Path target) throws IOException;

  /// Deletes the upload; a missing one is no error.
  ///
  /// @param size the number of bytes that it may have
  /// @throws IOException if some of it may still exist
  void delete(String uploadId, long size) throws IOException;
}
