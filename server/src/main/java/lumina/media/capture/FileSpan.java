package lumina.media.capture;

import com.drew.lang.BufferBoundsException;
import com.drew.lang.RandomAccessReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import lumina.media.metadata.FileBytes;
import org.jspecify.annotations.Nullable;

/// A part of a file, for the readers of the library. It holds one page in memory, and [FileBytes]
/// limits how much is read.
final class FileSpan extends RandomAccessReader {
  private static final int PAGE = 1 << 12;

  private final FileBytes bytes;
  private final long start;
  private final long length;
  private int pageStart;
  private @Nullable ByteBuffer page;

  FileSpan(FileBytes bytes, long start, long length) {
    this.bytes = bytes;
    this.start = start;
    this.length = length;
  }

  static FileSpan whole(FileBytes bytes) {
    return new FileSpan(bytes, 0, bytes.size());
  }

  /// Returns the rest of it, from an offset.
  FileSpan from(long offset) {
    return new FileSpan(bytes, start + offset, Math.max(0, length - offset));
  }

  /// Returns all of it.
  ///
  /// @throws IOException if it is larger than a reader should ever need
  byte[] bytes(int most) throws IOException {
    if (length > most) {
      throw new IOException("a block of " + length + " bytes");
    }
    return getBytes(0, (int) length);
  }

  @Override
  public int toUnshiftedOffset(int localOffset) {
    return localOffset;
  }

  @Override
  public byte getByte(int index) throws IOException {
    validateIndex(index, 1);
    ByteBuffer now = page;
    if (now == null || index < pageStart || index >= pageStart + now.limit()) {
      pageStart = index / PAGE * PAGE;
      now = bytes.read(start + pageStart, Math.min(PAGE, length - pageStart));
      page = now;
    }
    return now.get(index - pageStart);
  }

  @Override
  public byte[] getBytes(int index, int count) throws IOException {
    validateIndex(index, count);
    byte[] copy = new byte[count];
    bytes.read(start + index, count).get(copy);
    return copy;
  }

  @Override
  protected void validateIndex(int index, int bytesRequested) throws IOException {
    if (!isValidIndex(index, bytesRequested)) {
      throw new BufferBoundsException(index, bytesRequested, length);
    }
  }

  @Override
  protected boolean isValidIndex(int index, int bytesRequested) {
    return index >= 0 && bytesRequested >= 0 && (long) index + bytesRequested <= length;
  }

  @Override
  public long getLength() {
    return length;
  }
}
