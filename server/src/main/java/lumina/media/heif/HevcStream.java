package lumina.media.heif;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lumina.media.metadata.FileBytes;
import lumina.media.metadata.IsoItems.Extent;

/// Writes the tiles of a HEIC as the frames of one HEVC stream (Annex B): each unit follows a start
/// code instead of its length.
final class HevcStream {
  private static final byte[] START = {0, 0, 0, 1};
  private static final int PIECE = 1 << 16;

  /// In the parameters: the size of lengths, and then the parameter sets.
  private static final int LENGTH_SIZE_AT = 21;

  private final FileBytes bytes;
  private final OutputStream out;

  private HevcStream(FileBytes bytes, OutputStream out) {
    this.bytes = bytes;
    this.out = out;
  }

  /// Writes as much as the file holds.
  ///
  /// @return whether that is all
  static boolean write(FileBytes bytes, HeifPicture picture, Path target) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), PIECE)) {
      HevcStream stream = new HevcStream(bytes, out);
      ByteBuffer config = bytes.read(picture.config().content(), picture.config().length());
      int lengthSize = 1 + (config.get(LENGTH_SIZE_AT) & 3);
      stream.parameters(config.position(LENGTH_SIZE_AT + 1));
      for (List<Extent> tile : picture.tiles()) {
        stream.units(stream.new Pieces(tile), lengthSize);
      }
      return true;
    } catch (EOFException cutOff) {
      return false;
    }
  }

  private void parameters(ByteBuffer config) throws IOException {
    for (int arrays = Byte.toUnsignedInt(config.get()); arrays > 0; arrays--) {
      config.get(); // the kind
      for (int units = Short.toUnsignedInt(config.getShort()); units > 0; units--) {
        byte[] unit = new byte[Short.toUnsignedInt(config.getShort())];
        config.get(unit);
        out.write(START);
        out.write(unit);
      }
    }
  }

  private void units(Pieces pieces, int lengthSize) throws IOException {
    while (pieces.left() > lengthSize) {
      long length = 0;
      for (byte digit : pieces.next(lengthSize)) {
        length = length << 8 | Byte.toUnsignedLong(digit);
      }
      if (length > pieces.left()) {
        throw new IOException("a tile that is shorter than it says");
      }
      out.write(START);
      while (length > 0) {
        byte[] piece = pieces.next((int) Math.min(PIECE, length));
        out.write(piece);
        length -= piece.length;
      }
    }
  }

  /// Reads the extents of an item one after the other.
  private final class Pieces {
    private final List<Extent> extents;
    private int current;
    private long done;

    private Pieces(List<Extent> extents) {
      this.extents = extents;
    }

    private long left() {
      return extents.stream().skip(current).mapToLong(Extent::length).sum() - done;
    }

    private byte[] next(int length) throws IOException {
      ByteBuffer result = ByteBuffer.allocate(length);
      while (result.hasRemaining() && current < extents.size()) {
        Extent extent = extents.get(current);
        int now = (int) Math.min(result.remaining(), extent.length() - done);
        result.put(bytes.read(extent.at() + done, now));
        done += now;
        if (done == extent.length()) {
          current++;
          done = 0;
        }
      }
      return result.array();
    }
  }
}
