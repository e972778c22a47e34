package lumina.media.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import lumina.media.process.ProgramFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.function.SingletonSupplier;

/// Finds the folder of the programs of ffmpeg: those of the jar, unpacked when they are first asked
/// for, or installed ones if those do not run here.
public final class FfmpegFiles {
  private static final Logger log = LoggerFactory.getLogger(FfmpegFiles.class);
  private static final List<String> SYSTEM_FOLDERS =
      List.of("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin");

  /// The folder in the cache that holds the unpacked programs.
  private static final String FOLDER = "programs";

  private static final int START_SECONDS = 20;

  private final ProgramFiles files;
  private final SingletonSupplier<Optional<Path>> folder;

  public FfmpegFiles(Path cacheFolder) {
    this.files = new ProgramFiles(cacheFolder.resolve(FOLDER));
    this.folder = SingletonSupplier.of(this::find);
  }

  /// The folder of `ffmpeg`, `ffprobe` and their libraries; empty if no ffmpeg runs on this
  /// machine. The first call unpacks them, which takes about a second.
  public Optional<Path> folder() {
    return folder.obtain();
  }

  /// Where the programs are or will be, for a sandbox that starts before they are unpacked.
  public List<Path> places() throws IOException {
    List<Path> places = new ArrayList<>(List.of(Files.createDirectories(files.folder())));
    SYSTEM_FOLDERS.forEach(folder -> places.add(Path.of(folder, "ffmpeg")));
    return places;
  }

  private Optional<Path> find() {
    Optional<Path> found = shipped().filter(this::runs);
    if (found.isEmpty()) {
      found =
          SYSTEM_FOLDERS.stream()
              .map(Path::of)
              .filter(place -> Files.isExecutable(place.resolve("ffmpeg")))
              .filter(this::runs)
              .findFirst();
    }
    return found;
  }

  private Optional<Path> shipped() {
    String source = "/engine/" + ProgramFiles.platform() + "/ffmpeg/";
    try (InputStream list = ProgramFiles.resource(source + "files")) {
      if (list == null) {
        return Optional.empty();
      }
      List<String> lines =
          new String(list.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
      List<String> names = lines.subList(1, lines.size());
      return Optional.of(files.placedTogether("ffmpeg", source, names, lines.getFirst()));
    } catch (IOException failed) {
      log.warn("ffmpeg could not be unpacked: {}", failed.getMessage());
      return Optional.empty();
    }
  }

  /// A system with an older C library than 2.35 cannot start the shipped one.
  private boolean runs(Path programs) {
    ProcessBuilder builder = new ProcessBuilder(programs.resolve("ffmpeg").toString(), "-version");
    builder.environment().clear();
    builder.environment().putAll(FfmpegCommand.environment(programs, files.folder()));
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    try {
      Process process = builder.start();
      boolean ended = process.waitFor(START_SECONDS, TimeUnit.SECONDS);
      process.destroyForcibly();
      return ended && process.exitValue() == 0;
    } catch (IOException unusable) {
      return false;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
