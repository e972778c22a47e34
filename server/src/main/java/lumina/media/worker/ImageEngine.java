package lumina.media.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import lumina.media.Capture;
import lumina.media.DerivedImage;
import lumina.media.Glance;
import lumina.media.ImageFormat;
import lumina.media.ImageSize;
import lumina.media.RefusedImage;
import lumina.media.process.Landlock;
import lumina.media.still.Derivation;
import lumina.media.still.Derivation.Output;
import lumina.media.worker.EngineFiles.Engine;
import lumina.media.worker.WorkerProtocol.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the derived sizes of a picture in child processes, so that a broken or hostile file costs
/// one answer and never the server. Start it once; it is thread-safe.
public final class ImageEngine implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ImageEngine.class);
  private static final String NO_HEIC =
      "This HEIC photo cannot be read here; please send it as JPEG, on an iPhone with Settings,"
          + " Camera, Formats, Most Compatible.";

  private static final long NOBODY = 0;

  private final EngineFiles files;
  private final Path workerFolder;
  private final WorkerPool.Limits limits;
  private final StartingWorkers workers = new StartingWorkers();

  /// @param cacheFolder where the native library is unpacked; may be emptied while the server is
  ///   stopped
  /// @param workerFolder where workers and server exchange pictures, on the disk of the pictures;
  ///   may be emptied likewise
  public ImageEngine(Path cacheFolder, Path workerFolder) {
    this(new EngineFiles(cacheFolder), workerFolder, WorkerPool.Limits.USUAL);
  }

  public ImageEngine(EngineFiles files, WorkerPool.Limits limits) {
    this(files, files.folder(), limits);
  }

  private ImageEngine(EngineFiles files, Path workerFolder, WorkerPool.Limits limits) {
    this.files = files;
    this.workerFolder = workerFolder;
    this.limits = limits;
  }

  /// Unpacks the engine, checks it and keeps its first worker, which takes about half a second;
  /// meanwhile pictures wait. The decoder of HEIC is unpacked later.
  ///
  /// @throws EngineUnavailable if there is no engine for this machine
  public void start() {
    workers.start(this::started);
  }

  private WorkerPool started() {
    boolean hidden = Landlock.hide();
    try {
      Engine engine =
          files
              .engine()
              .orElseThrow(
                  () ->
                      new EngineUnavailable(
                          "There is no image engine for this machine: Lumina runs on Linux (x64,"
                              + " arm64) and on macOS (arm64)."));
      WorkerPool pool = new WorkerPool(engine, workerFolder, limits);
      pool.start();
      sayWhatIsOpen(hidden, pool);
      return pool;
    } catch (IOException failed) {
      throw new EngineUnavailable(
          "The image engine could not be unpacked: " + failed.getMessage(), failed);
    }
  }

  private static void sayWhatIsOpen(boolean hidden, WorkerPool pool) {
    if (!pool.isConfined()) {
      log.warn(
          "Image workers are not sandboxed, because this system has no Landlock (Linux 5.13 or"
              + " newer): a malicious picture can read all files that Lumina can read");
    }
    if (!hidden) {
      log.warn("Other programs of this user can read the memory and environment of Lumina");
    }
  }

  /// Whether this machine reads HEIC photos and videos. The first call unpacks what they need,
  /// which takes about a second.
  public boolean readsHeic() {
    return files.ffmpeg().folder().isPresent();
  }

  /// Names the libraries in use, for the log.
  public String description() {
    return "%s, HEIC and video: %s"
        .formatted(
            workers.get().library(),
            files.ffmpeg().folder().map(Path::toString).orElse("no ffmpeg runs here"));
  }

  /// Derives the sizes without a person, whose turn it would be.
  public DerivedImage derive(Path original, Path outputFolder) throws RefusedImage {
    return derive(original, outputFolder, NOBODY);
  }

  /// Writes one file for each size into `outputFolder`, named after the original. Waits for a turn,
  /// then at most a minute for the files. Leaves no file of a refused picture.
  ///
  /// @param person the uploader; turns are shared fairly among people
  /// @throws EngineUnavailable if too many pictures are waiting, no worker starts, or the machine
  ///   is too busy to tell whether the picture is good
  public DerivedImage derive(Path original, Path outputFolder, long person) throws RefusedImage {
    ImageFormat format = format(original);
    Map<ImageSize, Path> outputs = SizeFiles.of(original, outputFolder);
    boolean complete = false;
    try {
      List<String> answer = ask(person, format, original, outputs);
      check(format, answer);
      complete = true;
      return WorkerProtocol.derived(format, answer, outputs);
    } finally {
      if (!complete) {
        outputs.values().forEach(ImageEngine::delete);
      }
    }
  }

  private void check(ImageFormat format, List<String> answer) throws RefusedImage {
    if (WorkerProtocol.FAILED.equals(answer.getFirst())) {
      throw new EngineUnavailable("The derived sizes could not be written: " + answer.get(1));
    }
    if (WorkerProtocol.REFUSED.equals(answer.getFirst())) {
      throw refusal(format, answer.get(1), answer.get(2));
    }
  }

  /// Writes a JPEG of 1200 × 630 pixels for link previews, cropped around the centre.
  ///
  /// @throws EngineUnavailable as above
  public void preview(Path picture, Path file) throws RefusedImage {
    ImageFormat format = format(picture);
    Output output = new Output(ImageSize.LARGE.edge(), Derivation.PREVIEW_SAVER, file);
    WorkerJob job = WorkerJob.deriving(picture, Long.MAX_VALUE, programs(format), List.of(output));
    check(format, askTwice(() -> workers.get().ask(NOBODY, job)));
  }

  /// Reads only what a file says about how its picture was taken.
  ///
  /// @throws EngineUnavailable as above
  public Capture capture(Path original) throws RefusedImage {
    var _ = format(original);
    WorkerJob job = WorkerJob.reading(Task.CAPTURE, original);
    return Capture.read(askTwice(() -> workers.get().ask(NOBODY, job)).get(1));
  }

  /// Looks at a picture that was made here, and is not as large as an original may be.
  ///
  /// @throws RefusedImage if its decoder fails, or warns
  /// @throws EngineUnavailable as above
  public Glance glance(Path made) throws RefusedImage {
    ImageFormat format = format(made);
    WorkerJob job = WorkerJob.reading(Task.GLANCE, made);
    List<String> answer = askTwice(() -> workers.get().ask(NOBODY, job));
    check(format, answer);
    return new Glance(
        Integer.parseInt(answer.get(1)), Integer.parseInt(answer.get(2)), answer.get(3));
  }

  private static ImageFormat format(Path original) throws RefusedImage {
    try {
      if (Files.size(original) == 0) {
        throw new RefusedImage("empty_file", "This file is empty; please choose it again.");
      }
      Optional<ImageFormat> format = ImageFormat.of(original).filter(it -> !it.isVideo());
      if (format.isEmpty()) {
        throw new RefusedImage(
            "not_an_image",
            "This file is not a picture we can read. Most photos work: JPEG, PNG, HEIC, RAW.");
      }
      return format.get();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// Pictures that take seconds wait for a turn in a second queue.
  private List<String> ask(
      long person, ImageFormat format, Path original, Map<ImageSize, Path> outputs)
      throws RefusedImage {
    WorkerPool pool = workers.get();
    Optional<Path> programs = programs(format);
    WorkerJob job =
        WorkerJob.deriving(original, quickPixels(format), programs, SizeFiles.outputs(outputs));
    List<String> answer = askTwice(() -> pool.ask(person, job));
    if (!WorkerProtocol.HEAVY.equals(answer.getFirst())) {
      return answer;
    }
    WorkerJob heavy = WorkerJob.deriving(original, Long.MAX_VALUE, programs, job.outputs());
    return askTwice(() -> pool.askHeavy(person, heavy));
  }

  /// The number of pixels that are decoded in about two seconds.
  private static long quickPixels(ImageFormat format) {
    return switch (format) {
      case AVIF -> 16_000_000;
      case GIF -> 40_000_000;
      default -> 100_000_000;
    };
  }

  private Optional<Path> programs(ImageFormat format) {
    return format == ImageFormat.HEIC || format == ImageFormat.BMP
        ? files.ffmpeg().folder()
        : Optional.empty();
  }

  private RefusedImage refusal(ImageFormat format, String code, String sentence) {
    boolean noneForHeic = format == ImageFormat.HEIC && !readsHeic();
    return new RefusedImage(
        code, noneForHeic && code.equals(RefusedImage.UNSUPPORTED) ? NO_HEIC : sentence);
  }

  private interface EngineCall {
    List<String> ask() throws WorkerLost;
  }

  /// An earlier picture may have damaged the worker, so a second worker tries once more.
  private static List<String> askTwice(EngineCall asking) throws RefusedImage {
    try {
      return asking.ask();
    } catch (WorkerLost first) {
      if (!first.isWorthAnotherTry()) {
        throw judged(first);
      }
    }
    try {
      return asking.ask();
    } catch (WorkerLost again) {
      throw judged(again);
    }
  }

  private static RefusedImage judged(WorkerLost lost) {
    if (lost.isTheFaultOfThePicture()) {
      return unreadable();
    }
    throw new EngineUnavailable("This machine is too busy to read pictures.", lost);
  }

  /// The number of pictures that are being made now.
  int busy() {
    return (int) figure(WorkerPool::busy);
  }

  /// A figure of its workers; 0 before it is started.
  double figure(ToDoubleFunction<WorkerPool> figure) {
    return workers.now().map(figure::applyAsDouble).orElse(0.0);
  }

  private static RefusedImage unreadable() {
    return new RefusedImage(
        RefusedImage.UNSUPPORTED,
        "This picture takes more than we can give it; please save it again as a smaller JPEG.");
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException kept) {
      throw new UncheckedIOException(kept);
    }
  }

  /// Ends all workers, also those of a start that is not complete yet.
  @Override
  public void close() {
    workers.close();
  }
}
