package lumina.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.IntStream;
import lumina.media.worker.ImageEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class DerivedFormatsTest {
  private final ImageEngine engine = Engines.shared();
  @TempDir Path folder;

  @Test
  void every_size_is_made_and_fits_its_edge() throws Exception {
    DerivedImage derived = derive(Pictures.jpeg(Pictures.quarters(2400, 1200)));

    assertThat(derived.format()).isEqualTo(ImageFormat.JPEG);
    assertThat(derived.width()).isEqualTo(2400);
    assertThat(derived.height()).isEqualTo(1200);
    assertThat(derived.damaged()).isFalse();
    assertThat(size(derived, ImageSize.THUMB)).isEqualTo("200x100");
    assertThat(size(derived, ImageSize.SMALL)).isEqualTo("480x240");
    assertThat(size(derived, ImageSize.MEDIUM)).isEqualTo("1080x540");
    assertThat(size(derived, ImageSize.LARGE)).isEqualTo("2048x1024");
  }

  @Test
  void a_small_picture_is_never_enlarged() throws Exception {
    DerivedImage derived = derive(Pictures.jpeg(Pictures.quarters(120, 80)));

    assertThat(size(derived, ImageSize.THUMB)).isEqualTo("120x80");
    assertThat(size(derived, ImageSize.LARGE)).isEqualTo("120x80");
  }

  @Test
  void one_pixel_is_a_picture() throws Exception {
    DerivedImage derived = derive(Pictures.write(Pictures.plain(1, 1, Color.RED), "png"));

    assertThat(size(derived, ImageSize.LARGE)).isEqualTo("1x1");
  }

  @Test
  void a_very_long_and_thin_picture_keeps_a_pixel_of_height() throws Exception {
    DerivedImage derived = derive(Pictures.write(Pictures.quarters(30_000, 4), "png"));

    assertThat(size(derived, ImageSize.THUMB)).isEqualTo("200x1");
    assertThat(size(derived, ImageSize.LARGE)).isEqualTo("2048x1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "gif", "tiff", "jpg"})
  void what_the_formats_show_is_what_was_drawn(String format) throws Exception {
    DerivedImage derived = derive(Pictures.write(Pictures.quarters(300, 200), format));

    assertThat(derived.format().suffix()).isEqualTo(format);
    BufferedImage thumb = thumb(derived);
    assertColour(thumb, 0.25, 0.25, Color.RED);
    assertColour(thumb, 0.75, 0.25, Color.GREEN);
    assertColour(thumb, 0.25, 0.75, Color.BLUE);
    assertColour(thumb, 0.75, 0.75, Color.WHITE);
  }

  @Test
  void a_webp_is_read_as_well_as_written() throws Exception {
    DerivedImage first = derive(Pictures.jpeg(Pictures.quarters(300, 200)));

    DerivedImage again = derive(Files.readAllBytes(file(first, ImageSize.SMALL)));

    assertThat(again.format()).isEqualTo(ImageFormat.WEBP);
    assertColour(thumb(again), 0.25, 0.25, Color.RED);
    assertColour(thumb(again), 0.25, 0.75, Color.BLUE);
  }

  @Test
  void an_avif_is_read() throws Exception {
    DerivedImage derived = derive(Samples.bytes("quarters.avif"));

    assertThat(derived.format()).isEqualTo(ImageFormat.AVIF);
    assertColour(thumb(derived), 0.25, 0.25, Color.RED);
    assertColour(thumb(derived), 0.75, 0.25, Color.GREEN);
  }

  @Test
  void transparency_is_kept_in_webp_and_white_in_the_thumb() throws Exception {
    BufferedImage half = Pictures.plain(300, 200, new Color(0, 0, 0, 0));
    half.createGraphics().fillRect(0, 0, 150, 200);

    DerivedImage derived = derive(Pictures.write(half, "png"));

    assertThat(WebpHeader.hasAlpha(Files.readAllBytes(file(derived, ImageSize.LARGE)))).isTrue();
    assertColour(thumb(derived), 0.75, 0.5, Color.WHITE);
  }

  @Test
  void an_opaque_picture_gets_no_alpha() throws Exception {
    DerivedImage derived = derive(Pictures.jpeg(Pictures.quarters(300, 200)));

    assertThat(WebpHeader.hasAlpha(Files.readAllBytes(file(derived, ImageSize.LARGE)))).isFalse();
  }

  @Test
  void grey_stays_grey() throws Exception {
    BufferedImage grey = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setPixels(0, 0, 64, 64, IntStream.generate(() -> 90).limit(64 * 64).toArray());

    // The raw samples, because Java treats grey as linear light when it converts it to colours.
    int sample = thumb(derive(Pictures.write(grey, "png"))).getRaster().getSample(32, 32, 0);
    assertThat(sample).isBetween(88, 92);
  }

  @Test
  void one_bit_a_pixel_becomes_black_and_white() throws Exception {
    BufferedImage bits = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_BINARY);
    bits.createGraphics().fillRect(0, 0, 32, 64);

    BufferedImage thumb = thumb(derive(Pictures.write(bits, "png")));

    assertColour(thumb, 0.25, 0.5, Color.WHITE);
    assertColour(thumb, 0.75, 0.5, Color.BLACK);
  }

  @Test
  void a_palette_becomes_its_colours() throws Exception {
    BufferedImage palette = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_INDEXED);
    palette.createGraphics().drawImage(Pictures.quarters(64, 64), 0, 0, null);

    assertColour(thumb(derive(Pictures.write(palette, "png"))), 0.25, 0.75, Color.BLUE);
  }

  @Test
  void sixteen_bits_become_eight() throws Exception {
    byte[] row = new byte[1 + 64 * 6];
    for (int x = 0; x < 64; x++) {
      row[1 + x * 6] = (byte) 0xC8;
      row[3 + x * 6] = (byte) 0x64;
    }
    byte[] rows = new byte[row.length * 64];
    for (int y = 0; y < 64; y++) {
      System.arraycopy(row, 0, rows, y * row.length, row.length);
    }

    DerivedImage png = derive(PngChunks.file(PngChunks.header(64, 64, 16, 2), rows));
    assertColour(thumb(png), 0.5, 0.5, new Color(200, 100, 0));

    byte[] pixels = new byte[64 * 64 * 6];
    for (int y = 0; y < 64; y++) {
      // a little-endian TIFF has the high byte last
      System.arraycopy(row, 0, pixels, y * 64 * 6, 64 * 6);
    }
    DerivedImage tiff = derive(TiffBlock.picture(64, 64, 16, 2, pixels));
    assertColour(thumb(tiff), 0.5, 0.5, new Color(200, 100, 0));
  }

  @Test
  void an_animation_shows_its_first_frame() throws Exception {
    byte[] gif =
        Animations.gif(Pictures.plain(40, 40, Color.RED), Pictures.plain(40, 40, Color.BLUE));
    assertColour(thumb(derive(gif)), 0.5, 0.5, Color.RED);
  }

  @Test
  void no_metadata_gets_into_the_sizes() throws Exception {
    byte[] jpeg = Exif.inJpeg(Pictures.jpeg(Pictures.quarters(300, 200)), TiffBlock.exif(1));

    DerivedImage derived = derive(jpeg);

    for (Path file : derived.files().values()) {
      assertThat(Exif.tracesIn(Files.readAllBytes(file))).as(file.toString()).isEmpty();
    }
  }

  @Test
  void the_placeholder_is_a_thumbhash_of_the_picture() throws Exception {
    DerivedImage derived = derive(Pictures.jpeg(Pictures.plain(300, 200, new Color(200, 40, 40))));

    byte[] hash = Base64.getDecoder().decode(derived.placeholder());
    assertThat((hash[0] & 63) / 63.0).as("lightness").isCloseTo(280 / 3.0 / 255, within(0.02));
  }

  private DerivedImage derive(byte[] original) throws Exception {
    return engine.derive(
        Files.write(Files.createTempFile(folder, "original", ""), original), folder);
  }

  private static Path file(DerivedImage derived, ImageSize size) {
    return Objects.requireNonNull(derived.files().get(size));
  }

  private static BufferedImage thumb(DerivedImage derived) throws IOException {
    return Pictures.read(Files.readAllBytes(file(derived, ImageSize.THUMB)));
  }

  private static String size(DerivedImage derived, ImageSize size) throws IOException {
    byte[] bytes = Files.readAllBytes(file(derived, size));
    if (size == ImageSize.THUMB) {
      BufferedImage image = Pictures.read(bytes);
      return image.getWidth() + "x" + image.getHeight();
    }
    return WebpHeader.size(bytes);
  }

  public static void assertColour(BufferedImage image, double x, double y, Color expected) {
    Color found =
        new Color(image.getRGB((int) (x * image.getWidth()), (int) (y * image.getHeight())));
    int far =
        Arrays.stream(
                new int[] {
                  found.getRed() - expected.getRed(),
                  found.getGreen() - expected.getGreen(),
                  found.getBlue() - expected.getBlue()
                })
            .map(Math::abs)
            .max()
            .orElseThrow();
    assertThat(far).as("%s should be like %s", found, expected).isLessThanOrEqualTo(12);
  }
}
