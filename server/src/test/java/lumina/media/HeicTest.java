package lumina.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Color;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import lumina.media.still.HeicSample;
import lumina.media.worker.EngineFiles;
import lumina.media.worker.ImageEngine;
import lumina.media.worker.WorkerPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeicTest {
  @TempDir Path folder;

  @Test
  void heic_is_read_by_the_installed_engine_and_all_else_by_the_shipped_one() throws Exception {
    assumeFalse(Engines.installed().isEmpty(), "no libvips is installed; bin/test gets one");
    EngineFiles files =
        new EngineFiles(Engines.cacheFolder(), EngineFiles.SHIPPED, EngineFiles.SYSTEM_FOLDERS);
    try (ImageEngine engine = new ImageEngine(files, WorkerPool.Limits.USUAL)) {
      engine.start();

      assertThat(engine.readsHeic()).isTrue();
      assertThat(engine.description())
          .startsWith(Engines.cacheFolder().toAbsolutePath().toString())
          .contains("HEIC: /usr");
      DerivedImage derived = engine.derive(write(HeicSample.bytes()), folder);
      assertThat(derived.format()).isEqualTo(ImageFormat.HEIC);
      Path thumb = Objects.requireNonNull(derived.files().get(ImageSize.THUMB));
      DerivedFormatsTest.assertColour(
          Pictures.read(Files.readAllBytes(thumb)), 0.5, 0.5, new Color(204, 51, 35));
    }
  }

  private Path write(byte[] heic) throws Exception {
    return Files.write(folder.resolve("photo.heic"), heic);
  }
}
