package lumina.blob;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// Reads a part of a file as a stream.
public class FileBytes extends InputStream {
  private final FileChannel channel;
  private final long end;
  private long at;

  /// @param end exclusive
  public FileBytes(Path file, long start, long end) throws IOException {
    channel = FileChannel.open(file);
    at = start;
    this.end = end;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (at >= end) {
      return -1;
    }
    int wanted = (int) Math.min(length, end - at);
    int read = channel.read(ByteBuffer.wrap(into, offset, wanted), at);
    at += Math.max(read, 0);
    return read;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
