package lumina.media.video;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import lumina.media.Capture;
import lumina.media.Clip;
import lumina.media.DerivedImage;
import lumina.media.ImageFormat;
import lumina.media.Playback;
import lumina.media.RefusedImage;
import lumina.media.capture.VideoCapture;
import lumina.media.ffmpeg.Ffmpeg;
import lumina.media.worker.EngineUnavailable;
import lumina.media.worker.ImageEngine;

/// Makes of a video what is shown of it: a poster in all sizes, and the file that browsers play.
public final class VideoEngine {
  /// Uploads whose videos are read at once.
  private static final int CONCURRENCY = 2;

  private static final Duration MAX_WAIT = Duration.ofMinutes(2);
  private static final Duration QUICK = Duration.ofSeconds(60);
  private static final String PLAYABLE = "playable.mp4";
  private static final String POSTER = "poster.png";

  /// The longest side of a poster in pixels.
  private static final int POSTER_SIDE = 2_048;

  private final Ffmpeg ffmpeg;
  private final ImageEngine images;
  private final boolean transcodes;
  private final Clock clock;
  private final Semaphore turns = new Semaphore(CONCURRENCY, true);

  /// @param transcodes whether the files of videos that do not play as they are will be made
  public VideoEngine(Ffmpeg ffmpeg, ImageEngine images, boolean transcodes, Clock clock) {
    this.ffmpeg = ffmpeg;
    this.images = images;
    this.transcodes = transcodes;
    this.clock = clock;
  }

  public boolean transcodes() {
    return transcodes;
  }

  /// Reads a video, and derives the sizes of its poster. Its playable file is made only if its
  /// streams play everywhere as they are.
  ///
  /// @param folder where the files are written
  /// @param person the uploader
  /// @throws EngineUnavailable if it cannot be read now
  public DerivedImage derive(Path original, ImageFormat format, Path folder, long person)
      throws RefusedImage {
    Path made = folder(folder, "video");
    VideoFile file = new VideoFile(ffmpeg, original, format, made);
    takeTurn();
    try {
      Video video = VideoProbe.read(file);
      Clip clip = clip(file, video);
      Path poster = poster(file, video);
      Capture capture = VideoCapture.of(video.tags(), clock.millis());
      return images
          .derive(poster, folder, person)
          .of(format, video.picture().shownWidth(), video.picture().shownHeight(), capture, clip);
    } finally {
      turns.release();
    }
  }

  /// Adds its moving part to a picture. A part that cannot be read is left out, unless it came as a
  /// file of its own.
  ///
  /// @param beside a file that came with the picture; if there is none, the part is looked for in
  ///   the picture itself
  public DerivedImage animate(DerivedImage image, Path original, Path beside, Path folder)
      throws RefusedImage {
    boolean own = Files.exists(beside);
    try {
      Path part = own ? beside : folder.resolve("part");
      if (!own && !MotionPart.extract(original, part)) {
        return image;
      }
      ImageFormat format = ImageFormat.of(part).filter(ImageFormat::isVideo).orElse(null);
      if (format == null) {
        throw VideoProbe.unreadable();
      }
      Clip clip = clip(part, format, folder);
      return image.with(new Clip(clip.playback(), clip.playable(), own ? beside : null));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (RefusedImage refused) {
      if (own) {
        throw refused;
      }
      return image;
    }
  }

  /// A part of which no frame can be decoded is refused, too, although its streams can be copied.
  private Clip clip(Path part, ImageFormat format, Path folder) throws RefusedImage {
    VideoFile file = new VideoFile(ffmpeg, part, format, folder(folder, "video"));
    takeTurn();
    try {
      Video video = VideoProbe.read(file);
      var _ = poster(file, video);
      return clip(file, video);
    } finally {
      turns.release();
    }
  }

  private void takeTurn() {
    try {
      if (!turns.tryAcquire(MAX_WAIT.toSeconds(), TimeUnit.SECONDS)) {
        throw new EngineUnavailable("Too many videos are being read.");
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new EngineUnavailable("The server is stopping.", stopping);
    }
  }

  /// Reads the whole file, since what it says about its length may be wrong.
  private Clip clip(VideoFile file, Video video) throws RefusedImage {
    Duration wall = QUICK.plusSeconds(size(file.file()) >> 22);
    if (video.plays()) {
      file.convert(List.of(), Conversion.copy(video, PLAYABLE), wall);
      Video made = made(file);
      VideoProbe.requireWhole(video.picture(), made.picture().seconds());
      return ready(file, made);
    }
    double seconds = file.convert(List.of(), Conversion.read(video), wall);
    VideoProbe.requireWhole(video.picture(), seconds);
    Playback.Status status = transcodes ? Playback.Status.PROCESSING : Playback.Status.FAILED;
    return new Clip(new Playback(millis(seconds), status), null, null);
  }

  /// What was made says how long it plays.
  private Video made(VideoFile file) throws RefusedImage {
    Path playable = file.folder().resolve(PLAYABLE);
    return VideoProbe.read(new VideoFile(ffmpeg, playable, ImageFormat.MP4, file.folder()));
  }

  private static Clip ready(VideoFile file, Video made) {
    Playback playback = new Playback(millis(made.seconds()), Playback.Status.READY);
    return new Clip(playback, file.folder().resolve(PLAYABLE), null);
  }

  private static long millis(double seconds) {
    return Math.max(1, Math.round(seconds * 1_000));
  }

  private static Path poster(VideoFile file, Video video) throws RefusedImage {
    int width = video.picture().shownWidth();
    int height = video.picture().shownHeight();
    double scale = Math.min(1.0, (double) POSTER_SIDE / Math.max(width, height));
    VideoSize size =
        new VideoSize(
            Math.max(1, (int) Math.round(width * scale)),
            Math.max(1, (int) Math.round(height * scale)));
    Path poster = file.folder().resolve(POSTER);
    double early = Math.min(1, video.seconds() / 10);
    List<String> arguments = Conversion.poster(video, size, POSTER);
    file.convert(List.of("-ss", String.format(Locale.ROOT, "%.3f", early)), arguments, QUICK);
    if (!Files.exists(poster)) {
      file.convert(List.of(), arguments, QUICK);
    }
    if (!Files.exists(poster)) {
      throw VideoProbe.unreadable();
    }
    return poster;
  }

  /// Makes the file that every browser plays, of a video or of the moving part of a picture.
  ///
  /// @param folder where it is written
  /// @param progress hears now and then which part of it is made, from 0 to 1
  /// @throws RefusedImage if it cannot be made
  /// @throws EngineUnavailable if it cannot be made now
  public Clip transcode(Path source, ImageFormat format, Path folder, DoubleConsumer progress)
      throws RefusedImage {
    VideoFile file = new VideoFile(ffmpeg, source, format, folder(folder, "video"));
    Video video = VideoProbe.read(file);
    List<String> arguments =
        video.plays() ? Conversion.copy(video, PLAYABLE) : Conversion.transcode(video, PLAYABLE);
    try (ProgressWatch _ = new ProgressWatch(file, video.seconds(), progress)) {
      file.convert(List.of(), arguments, patience(video));
    }
    return ready(file, made(file));
  }

  private static Duration patience(Video video) {
    double said = Math.max(video.seconds(), video.picture().length());
    double seconds = said > 0 ? Math.min(said, VideoProbe.MAX_SECONDS) : VideoProbe.MAX_SECONDS;
    return Duration.ofMinutes(5).plusSeconds(Math.round(seconds * 30));
  }

  private static Path folder(Path parent, String name) {
    try {
      return Files.createDirectories(parent.resolve(name));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
