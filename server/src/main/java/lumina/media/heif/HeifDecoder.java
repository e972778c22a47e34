package lumina.media.heif;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lumina.media.heif.FfmpegDecoder.Decoded;
import lumina.media.heif.HeifPicture.TileSize;
import lumina.media.metadata.FileBytes;
import lumina.media.metadata.IsoBoxes.Box;

/// Decodes a HEIC: one run of ffmpeg decodes all tiles, joins, crops and shrinks them. The
/// orientation and the colour profile go with the result.
final class HeifDecoder {
  private static final int MAX_PROFILE = 1 << 22;

  private final FileBytes bytes;
  private final HeifPicture picture;

  HeifDecoder(FileBytes bytes, HeifPicture picture) {
    this.bytes = bytes;
    this.picture = picture;
  }

  Decoded decode(FfmpegDecoder ffmpeg, int edge) throws IOException {
    Path stream = ffmpeg.folder().resolve("tiles.hevc");
    boolean whole = HevcStream.write(bytes, picture, stream);
    int width = picture.shown().widthWithin(edge);
    int height = picture.shown().heightWithin(edge);
    HeifLook look = picture.look();
    PlainTiff tiff = new PlainTiff(width, height, look.deep(), look.orientation(), profile());
    Decoded decoded = ffmpeg.decode(input(stream), filters(width, height), tiff);
    return new Decoded(decoded.tiff(), whole && decoded.complete());
  }

  private byte[] profile() throws IOException {
    Box box = picture.look().profile().orElse(null);
    return box == null || box.length() > MAX_PROFILE || box.length() < 4
        ? new byte[0]
        : bytes.read(box.content() + 4, box.length() - 4).array();
  }

  private List<String> input(Path stream) {
    TileSize tile = picture.tile();
    List<String> input = new ArrayList<>(FfmpegDecoder.atMost(tile.width(), tile.height()));
    input.addAll(List.of("-f", "hevc", "-i", stream.toString()));
    return input;
  }

  private String filters(int width, int height) {
    List<String> filters = new ArrayList<>();
    if (picture.tiles().size() > 1) {
      filters.add("tile=%dx%d".formatted(picture.columns(), picture.rows()));
    }
    Crop shown = picture.shown();
    filters.add(
        "crop=%d:%d:%d:%d:exact=1"
            .formatted(shown.width(), shown.height(), shown.left(), shown.top()));
    filters.add(
        "scale=%d:%d:flags=bicubic+accurate_rnd+full_chroma_int%s:out_range=full"
            .formatted(width, height, colours()));
    return String.join(",", filters);
  }

  /// Without these, ffmpeg reads what the samples say about themselves.
  private String colours() {
    HeifLook look = picture.look();
    return look.matrix() < 0
        ? ""
        : ":in_color_matrix=%s:in_range=%s"
            .formatted(matrix(look.matrix()), look.fullRange() ? "full" : "limited");
  }

  private static String matrix(int code) {
    return switch (code) {
      case 1 -> "bt709";
      case 4 -> "fcc";
      case 7 -> "smpte240m";
      case 9, 10 -> "bt2020";
      default -> "bt601";
    };
  }
}
