package lumina.media.video;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lumina.media.ImageFormat;
import lumina.media.RefusedImage;
import lumina.media.ffmpeg.Ffmpeg;
import lumina.media.ffmpeg.Ffmpeg.Limits;
import lumina.media.ffmpeg.Ffmpeg.Program;
import lumina.media.ffmpeg.FfmpegFailed;
import lumina.media.worker.EngineUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A video that ffmpeg reads.
///
/// @param folder where ffmpeg writes; it can change nothing else
record VideoFile(Ffmpeg ffmpeg, Path file, ImageFormat format, Path folder) {
  private static final Logger log = LoggerFactory.getLogger(VideoFile.class);
  private static final String PROGRESS = "progress";
  private static final String TIME = "out_time_us=";

  /// Address space in bytes: the largest pictures that are accepted, as often as codecs keep them.
  private static final long MEMORY = 4L << 30;

  private static final Limits PROBE =
      new Limits(Duration.ofSeconds(30), Duration.ofSeconds(20), MEMORY);

  /// What `ffprobe` answers.
  ///
  /// @throws EngineUnavailable if it cannot be run now
  String probe(List<String> arguments) throws RefusedImage {
    List<String> all = new ArrayList<>(List.of("-f", Video.demuxer(format)));
    all.addAll(arguments);
    all.add(file.toString());
    return run(Program.FFPROBE, all, PROBE);
  }

  /// Makes another file of it.
  ///
  /// @param before arguments about how it is read
  /// @param after arguments about what is made, the name of the file in the folder at the end
  /// @return how many seconds were made
  double convert(List<String> before, List<String> after, Duration wall) throws RefusedImage {
    List<String> all = new ArrayList<>();
    all.addAll(List.of("-progress", PROGRESS, "-stats_period", "1", "-threads", "2"));
    all.addAll(List.of("-f", Video.demuxer(format)));
    all.addAll(before);
    all.addAll(List.of("-i", file.toString()));
    all.addAll(after);
    Limits limits = new Limits(wall, wall.multipliedBy(2), MEMORY);
    run(Program.FFMPEG, all, limits);
    return converted();
  }

  private String run(Program program, List<String> arguments, Limits limits) throws RefusedImage {
    try {
      Path input = file.toAbsolutePath();
      return ffmpeg.run(
          new Ffmpeg.Job(program, List.of(input), folder.toAbsolutePath(), arguments, limits));
    } catch (FfmpegFailed failed) {
      throw refusal(failed);
    }
  }

  private static RefusedImage refusal(FfmpegFailed failed) {
    return switch (failed.reason()) {
      case UNAVAILABLE, STOPPED ->
          throw new EngineUnavailable(String.valueOf(failed.getMessage()), failed);
      default -> {
        log.info("A video was refused: {}", failed.getMessage());
        yield VideoProbe.unreadable();
      }
    };
  }

  /// How many seconds of the other file are made so far.
  double converted() {
    try {
      Path progress = folder.resolve(PROGRESS);
      if (!Files.exists(progress)) {
        return 0;
      }
      return Files.readAllLines(progress).stream()
          .filter(line -> line.startsWith(TIME))
          .map(line -> line.substring(TIME.length()))
          .filter(time -> time.matches("\\d{1,15}"))
          .mapToDouble(time -> Double.parseDouble(time) / 1_000_000)
          .max()
          .orElse(0);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
