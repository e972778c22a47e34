package lumina.media;

import static lumina.media.DerivedFormatsTest.assertColour;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeicTest {
  @TempDir Path folder;

  @Test
  void a_heic_shows_its_colours() throws Exception {
    DerivedImage derived = derive(HeicSample.bytes());

    assertThat(derived.format()).isEqualTo(ImageFormat.HEIC);
    assertThat(derived.damaged()).isFalse();
    assertThat(derived.width()).isEqualTo(16);
    Path thumb = Objects.requireNonNull(derived.files().get(ImageSize.THUMB));
    assertColour(Pictures.read(Files.readAllBytes(thumb)), 0.5, 0.5, new Color(204, 51, 35));
  }

  private DerivedImage derive(byte[] heic) throws Exception {
    return Engines.shared().derive(Files.write(folder.resolve("photo.heic"), heic), folder);
  }
}
