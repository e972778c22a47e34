package lumina.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lumina.media.worker.EngineFiles;
import lumina.media.worker.ImageEngine;
import lumina.media.worker.WorkerPool;

/// The engine of all tests.
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

  public static EngineFiles shipped() {
    return new EngineFiles(cacheFolder());
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
