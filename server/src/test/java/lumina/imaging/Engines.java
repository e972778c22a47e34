package lumina.imaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// One engine for all tests, as in the server.
final class Engines {
  private static final ImageEngine SHARED = start();

  private Engines() {}

  private static ImageEngine start() {
    ImageEngine engine = new ImageEngine(cacheFolder());
    engine.start();
    Runtime.getRuntime().addShutdownHook(new Thread(engine::close));
    return engine;
  }

  static ImageEngine shared() {
    return SHARED;
  }

  /// Unpacked once for all test runs of a working copy.
  static Path cacheFolder() {
    try {
      return Files.createDirectories(Path.of("target", "engine-cache"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
