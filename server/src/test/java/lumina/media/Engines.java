package lumina.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lumina.media.worker.EngineFiles;
import lumina.media.worker.ImageEngine;
import lumina.media.worker.WorkerPool;

/// The engines for all tests: the shipped one always, and the installed one where there is one.
public final class Engines {
  private static final ImageEngine SHARED = started(shipped());

  private Engines() {}

  private static ImageEngine started(EngineFiles files) {
    ImageEngine engine = new ImageEngine(files, WorkerPool.Limits.USUAL);
    engine.start();
    Runtime.getRuntime().addShutdownHook(new Thread(engine::close));
    return engine;
  }

  public static ImageEngine shared() {
    return SHARED;
  }

  /// The installed libvips alone; tests of both engines also use it.
  private static final class Installed {
    static final List<ImageEngine> ENGINES = start();

    private static List<ImageEngine> start() {
      EngineFiles files = new EngineFiles(cacheFolder(), "/none/", EngineFiles.SYSTEM_FOLDERS);
      try {
        return files.engines().isEmpty() ? List.of() : List.of(started(files));
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  static List<ImageEngine> installed() {
    return Installed.ENGINES;
  }

  static List<ImageEngine> all() {
    return Stream.concat(Stream.of(SHARED), installed().stream()).toList();
  }

  public static EngineFiles shipped() {
    return new EngineFiles(cacheFolder(), EngineFiles.SHIPPED, List.of());
  }

  /// Unpacked once for all test runs of a working copy.
  public static Path cacheFolder() {
    try {
      return Files.createDirectories(Path.of("target", "engine-cache"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
