package lumina.media.heif;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lumina.media.heif.FfmpegDecoder.Decoded;
import lumina.media.metadata.FileBytes;

/// A BMP, by its header.
public record BmpPicture(Path file, int width, int height) implements CodedPicture {
  private static final int HEADER_AT = 14;
  private static final int OLD_HEADER = 12;

  /// @throws IOException if it claims an impossible size
  public static BmpPicture of(Path file, FileBytes bytes) throws IOException {
    ByteBuffer header = bytes.read(HEADER_AT, OLD_HEADER).order(ByteOrder.LITTLE_ENDIAN);
    boolean old = header.getInt() == OLD_HEADER;
    int width = old ? Short.toUnsignedInt(header.getShort()) : header.getInt();
    int height = old ? Short.toUnsignedInt(header.getShort()) : Math.abs(header.getInt());
    if (width < 1 || height < 1) {
      throw new IOException("a picture of an impossible size");
    }
    return new BmpPicture(file, width, height);
  }

  @Override
  public Crop shown() {
    return new Crop(0, 0, width, height);
  }

  @Override
  public long decodedWidth() {
    return width;
  }

  @Override
  public long decodedHeight() {
    return height;
  }

  @Override
  public Decoded decode(FileBytes bytes, FfmpegDecoder ffmpeg, int edge) throws IOException {
    int shownWidth = shown().widthWithin(edge);
    int shownHeight = shown().heightWithin(edge);
    List<String> input = new ArrayList<>(FfmpegDecoder.atMost(width, height));
    input.addAll(List.of("-f", "bmp_pipe", "-i", file.toString()));
    String filters = "scale=%d:%d:flags=bicubic+accurate_rnd".formatted(shownWidth, shownHeight);
    return ffmpeg.decode(
        input, filters, new PlainTiff(shownWidth, shownHeight, false, 1, new byte[0]));
  }
}
