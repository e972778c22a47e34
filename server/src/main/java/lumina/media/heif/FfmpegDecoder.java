package lumina.media.heif;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lumina.media.ffmpeg.FfmpegCommand;

/// Decodes one picture with ffmpeg into an uncompressed TIFF, inside a worker.
///
/// @param programs the folder of ffmpeg
/// @param folder for temporary files; the caller deletes them
public record FfmpegDecoder(Path programs, Path folder) {
  private static final int MAX_SECONDS = 30;
  private static final String PROCESSOR_SECONDS = "15";
  private static final String THREADS = "2";

  /// Decoders round the sides of a picture up to a multiple of at most this.
  private static final int LARGEST_BLOCK = 64;

  /// @param complete whether no part of the picture was unreadable
  public record Decoded(Path tiff, boolean complete) {}

  /// The option that refuses samples of a larger picture than the headers promise.
  static List<String> atMost(long width, long height) {
    long pixels = (width + 2 * LARGEST_BLOCK) * (height + 2 * LARGEST_BLOCK);
    return List.of("-max_pixels", String.valueOf(pixels));
  }

  /// @param input options of ffmpeg that name the file
  /// @param filters what it does with the picture before it writes the samples
  /// @param tiff describes the result
  /// @throws IOException if nothing of it can be decoded
  Decoded decode(List<String> input, String filters, PlainTiff tiff) throws IOException {
    List<String> command = FfmpegCommand.of(programs);
    command.addAll(List.of("-timelimit", PROCESSOR_SECONDS, "-threads", THREADS));
    command.addAll(input);
    command.addAll(List.of("-vf", filters + ",format=" + (tiff.deep() ? "rgb48le" : "rgb24")));
    command.addAll(List.of("-frames:v", "1", "-f", "rawvideo", "pipe:1"));
    Path target = folder.resolve("decoded.tiff");
    Path log = folder.resolve("ffmpeg.log");
    Files.write(target, tiff.beginning());
    run(command, target, log);
    if (Files.size(target) != tiff.beginning().length + tiff.sampleBytes()) {
      throw new IOException("only a part was decoded");
    }
    return new Decoded(target, Files.size(log) == 0);
  }

  /// What it decodes is appended to the file.
  private void run(List<String> command, Path target, Path log) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(FfmpegCommand.environment(programs, folder));
    builder.directory(folder.toFile());
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(target.toFile()));
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
