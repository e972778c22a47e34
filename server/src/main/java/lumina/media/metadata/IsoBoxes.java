package lumina.media.metadata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Reads the nested boxes of an AVIF or HEIC.
public record IsoBoxes(FileBytes bytes) {
  private static final String FIRST = "ftyp";
  private static final String SAMPLES = "mdat";

  /// @param at offset of the box
  /// @param content offset of its content
  /// @param end offset after its content
  public record Box(String name, long at, long content, long end) {
    public long length() {
      return end - content;
    }
  }

  public interface Reader {
    void read(Box box) throws IOException;
  }

  public void eachOfFile(Reader reader) throws IOException {
    each(0, end(), reader);
  }

  /// Where the last box of the file ends. Some programs append what is no box, or a whole movie.
  public long end() {
    long end = 0;
    try {
      while (end < bytes.size()) {
        Box next = box(end, bytes.size());
        if (end > 0 && next.name().equals(FIRST)) {
          break;
        }
        end = next.end();
      }
    } catch (IOException notBox) {
      // the boxes ended before
    }
    return end;
  }

  public void each(long from, long end, Reader reader) throws IOException {
    for (long at = from; at < end; ) {
      Box box = box(at, end);
      reader.read(box);
      at = box.end();
    }
  }

  private Box box(long at, long end) throws IOException {
    ByteBuffer head = bytes.read(at, 8);
    long size = Integer.toUnsignedLong(head.getInt());
    byte[] name = new byte[4];
    head.get(name);
    long header = 8;
    if (size == 1) {
      size = bytes.read(at + 8, 8).getLong();
      header = 16;
    } else if (size == 0) {
      size = end - at;
    }
    String text = new String(name, StandardCharsets.ISO_8859_1);
    if (text.equals(SAMPLES) && end == bytes.size()) {
      size = Math.min(size, end - at); // the file may break off there
    }
    if (size < header || size > end - at) {
      throw new IOException("a box without a valid size");
    }
    return new Box(text, at, at + header, at + size);
  }

  public ByteBuffer content(Box box) throws IOException {
    return bytes.read(box.content(), box.length());
  }
}
