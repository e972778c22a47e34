package lumina.media.heif;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import lumina.media.ffmpeg.FfmpegCommand;
import lumina.media.heif.HeifLook.Crop;
import lumina.media.heif.HeifPicture.TileSize;
import lumina.media.metadata.FileBytes;
import lumina.media.metadata.IsoBoxes.Box;

/// Decodes a HEIC into an uncompressed TIFF inside a worker: one run of ffmpeg decodes all tiles,
/// joins, crops and shrinks them. The orientation and the colour profile go with it.
public final class HeifDecoder {
  private static final int MAX_SECONDS = 30;
  private static final String PROCESSOR_SECONDS = "15";
  private static final int MAX_PROFILE = 1 << 22;

  /// What a decoder rounds the sides of a tile up to.
  private static final int LARGEST_BLOCK = 64;

  private final Path programs;
  private final Path folder;

  /// @param programs the folder of ffmpeg
  /// @param folder for temporary files; the caller deletes them
  public HeifDecoder(Path programs, Path folder) {
    this.programs = programs;
    this.folder = folder;
  }

  /// @param complete whether no part of the picture was unreadable
  public record Decoded(Path tiff, boolean complete) {}

  /// @param edge the longest side of the result, in pixels
  /// @throws IOException if nothing of it can be decoded
  public Decoded decode(FileBytes bytes, HeifPicture picture, int edge) throws IOException {
    Path stream = folder.resolve("tiles.hevc");
    boolean whole = HevcStream.write(bytes, picture, stream);
    Crop shown = picture.shown();
    double scale = Math.min(1, (double) edge / Math.max(shown.width(), shown.height()));
    int width = (int) Math.max(1, Math.round(shown.width() * scale));
    int height = (int) Math.max(1, Math.round(shown.height() * scale));
    HeifLook look = picture.look();
    Path tiff = folder.resolve("decoded.tiff");
    byte[] beginning =
        new PlainTiff(width, height, look.deep(), look.orientation(), profile(bytes, look))
            .beginning();
    Files.write(tiff, beginning);
    Path log = folder.resolve("ffmpeg.log");
    run(command(picture, stream, filters(picture, shown, width, height)), tiff, log);
    long expected = beginning.length + 3L * width * height * (look.deep() ? 2 : 1);
    if (Files.size(tiff) != expected) {
      throw new IOException("only a part was decoded");
    }
    return new Decoded(tiff, whole && Files.size(log) == 0);
  }

  private static byte[] profile(FileBytes bytes, HeifLook look) throws IOException {
    if (look.profile().isEmpty() || look.profile().get().length() > MAX_PROFILE) {
      return new byte[0];
    }
    Box box = look.profile().get();
    return bytes.read(box.content() + 4, box.length() - 4).array();
  }

  private List<String> command(HeifPicture picture, Path stream, String filters) {
    List<String> command = FfmpegCommand.of(programs);
    command.addAll(List.of("-timelimit", PROCESSOR_SECONDS, "-threads", "2"));
    command.addAll(List.of("-max_pixels", String.valueOf(mostPixels(picture.tile()))));
    command.addAll(List.of("-f", "hevc", "-i", stream.toString()));
    command.addAll(List.of("-vf", filters, "-frames:v", "1"));
    command.addAll(List.of("-f", "rawvideo", "pipe:1"));
    return command;
  }

  private static long mostPixels(TileSize tile) {
    return (tile.width() + 2L * LARGEST_BLOCK) * (tile.height() + 2L * LARGEST_BLOCK);
  }

  private static String filters(HeifPicture picture, Crop shown, int width, int height) {
    HeifLook look = picture.look();
    List<String> filters = new ArrayList<>();
    if (picture.tiles().size() > 1) {
      filters.add("tile=%dx%d".formatted(picture.columns(), picture.rows()));
    }
    filters.add(
        "crop=%d:%d:%d:%d:exact=1"
            .formatted(shown.width(), shown.height(), shown.left(), shown.top()));
    String colours =
        look.matrix() < 0
            ? ""
            : ":in_color_matrix=%s:in_range=%s"
                .formatted(matrix(look.matrix()), look.fullRange() ? "full" : "limited");
    filters.add(
        "scale=%d:%d:flags=bicubic+accurate_rnd+full_chroma_int%s:out_range=full"
            .formatted(width, height, colours));
    filters.add("format=" + (look.deep() ? "rgb48le" : "rgb24"));
    return String.join(",", filters).toLowerCase(Locale.ROOT);
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

  /// What it decodes is appended to the file.
  private void run(List<String> command, Path tiff, Path log) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(FfmpegCommand.environment(programs, folder));
    builder.directory(folder.toFile());
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(tiff.toFile()));
    builder.redirectError(log.toFile());
    Process process = builder.start();
    try {
      if (!process.waitFor(MAX_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException("ffmpeg failed");
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopping");
    } finally {
      process.destroyForcibly();
    }
  }
}
