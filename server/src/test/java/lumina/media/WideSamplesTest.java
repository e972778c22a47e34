package lumina.media;

import static lumina.media.DerivedFormatsTest.assertColour;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import lumina.media.worker.ImageEngine;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// TIFF files with unusual sample formats.
class WideSamplesTest {
  private static final int FLOAT = 3;
  private static final int WIDTH = 64;
  private static final int HEIGHT = 48;

  private final ImageEngine engine = Engines.shared();
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "32, 3, 1, 0.5",
    "32, 3, 0.7, 0.5",
    "32, 3, 4, 0.5",
    "32, 3, Infinity, 0.5",
    "32, 3, 255, 127.5",
    "32, 3, 65535, 32768",
    "32, 1, 255, 128",
    "32, 1, 65535, 32768",
    "32, 1, 4294967295, 2147483648",
    "32, 2, 255, 128",
    "32, 2, 2147483647, 1073741824",
    "16, 2, 32767, 16384",
  })
  void the_brightest_sample_tells_what_is_white(int bits, int kind, double left, double right)
      throws Exception {
    for (int samples : new int[] {1, 3}) {
      BufferedImage thumb = thumb(tiff(bits, kind, samples, left, right));

      assertThat(grey(thumb, 0.25)).isCloseTo(Math.min(255, 128 * left / right), within(3.0));
      assertThat(grey(thumb, 0.75)).isCloseTo(128, within(3.0));
    }
  }

  @ParameterizedTest
  @CsvSource({"32, 3, 1", "32, 1, 4294967295"})
  void what_is_clear_stays_clear(int bits, int kind, double white) throws Exception {
    int half = WIDTH * HEIGHT / 2;
    ByteBuffer pixels = ByteBuffer.allocate(2 * half * 4 * bits / 8);
    for (int i = 0; i < 2 * half; i++) {
      put(pixels, bits, kind, white);
      put(pixels, bits, kind, 0);
      put(pixels, bits, kind, 0);
      put(pixels, bits, kind, i < half ? white : 0);
    }

    BufferedImage thumb = thumb(tiff(bits, kind, 4, pixels.array()));

    assertColour(thumb, 0.5, 0.25, Color.RED);
    assertColour(thumb, 0.5, 0.75, Color.WHITE);
  }

  @ParameterizedTest
  @CsvSource({"64, 3", "64, 1", "64, 2"})
  void what_is_wider_still_is_refused_with_a_reason(int bits, int kind) {
    byte[] tiff = tiff(bits, kind, 3, new byte[WIDTH * HEIGHT * 3 * bits / 8]);

    assertThatThrownBy(() -> derive(tiff))
        .isInstanceOf(RefusedImage.class)
        .hasMessageContaining("save it again")
        .extracting("code")
        .isEqualTo("unsupported_image");
  }

  private static double grey(BufferedImage image, double x) {
    return image.getRaster().getSample((int) (x * image.getWidth()), image.getHeight() / 2, 0);
  }

  private static byte[] tiff(int bits, int kind, int samples, double left, double right) {
    ByteBuffer pixels = ByteBuffer.allocate(WIDTH * HEIGHT * samples * bits / 8);
    for (int i = 0; i < WIDTH * HEIGHT * samples; i++) {
      put(pixels, bits, kind, i / samples % WIDTH < WIDTH / 2 ? left : right);
    }
    return tiff(bits, kind, samples, pixels.array());
  }

  private static void put(ByteBuffer pixels, int bits, int kind, double sample) {
    if (kind == FLOAT) {
      pixels.putFloat((float) sample);
    } else if (bits == 32) {
      pixels.putInt((int) (long) sample);
    } else {
      pixels.putShort((short) sample);
    }
  }

  private static byte[] tiff(int bits, int kind, int samples, byte[] pixels) {
    Map<Integer, Integer> tags = new TreeMap<>(Map.of(258, bits, 277, samples, 339, kind));
    tags.put(262, samples < 3 ? 1 : 2);
    if (samples == 4) {
      tags.put(338, 2);
    }
    return new TiffDirectories().picture(WIDTH, HEIGHT, pixels, tags).bytes();
  }

  private BufferedImage thumb(byte[] tiff) throws Exception {
    DerivedImage derived = derive(tiff);
    assertThat(derived.damaged()).isFalse();
    return Pictures.read(
        Files.readAllBytes(Objects.requireNonNull(derived.files().get(ImageSize.THUMB))));
  }

  private DerivedImage derive(byte[] tiff) throws Exception {
    return engine.derive(Files.write(folder.resolve("original"), tiff), folder);
  }
}
