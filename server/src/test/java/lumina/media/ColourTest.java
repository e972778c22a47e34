package lumina.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import lumina.media.worker.ImageEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColourTest {
  /// The red of sRGB in the coordinates of wider colour spaces.
  private static final Color RED_IN_P3 = new Color(234, 51, 35);

  private static final Color RED_IN_ADOBE_RGB = new Color(219, 0, 0);

  private final ImageEngine engine = Engines.shared();
  @TempDir Path folder;

  @Test
  void the_colours_of_a_phone_come_out_right() throws Exception {
    byte[] jpeg = Pictures.jpeg(Pictures.plain(64, 64, RED_IN_P3));
    byte[] tagged = Pictures.withSegments(jpeg, ColourProfile.segment(ColourProfile.displayP3()));

    assertThumb(tagged, Color.RED);
    assertThumb(jpeg, RED_IN_P3);
  }

  @Test
  void numbers_that_name_a_wider_space_are_understood() throws Exception {
    byte[] p3 = Pictures.write(Pictures.plain(64, 64, RED_IN_P3), "png");

    assertThumb(with(p3, PngChunks.chunk("cICP", new byte[] {12, 13, 0, 1})), Color.RED);
    assertThumb(with(p3, gamma(45455), CHROMATICITIES_OF_P3), Color.RED);
    assertThumb(with(p3, gamma(45455), CHROMATICITIES_OF_P3, SRGB), RED_IN_P3);
    assertThumb(with(p3, PngChunks.chunk("cICP", new byte[] {1, 13, 0, 1})), RED_IN_P3);
  }

  @Test
  void an_avif_that_names_its_space_is_understood() throws Exception {
    BufferedImage thumb = thumb(Samples.bytes("p3.avif"));

    DerivedFormatsTest.assertColour(thumb, 0.25, 0.25, new Color(218, 0, 28));
    DerivedFormatsTest.assertColour(thumb, 0.75, 0.25, new Color(0, 183, 30));
    DerivedFormatsTest.assertColour(thumb, 0.25, 0.75, new Color(35, 61, 208));
    DerivedFormatsTest.assertColour(thumb, 0.75, 0.75, new Color(223, 199, 0));
  }

  @Test
  void linear_light_is_brightened() throws Exception {
    byte[] half = Pictures.write(Pictures.plain(64, 64, new Color(128, 128, 128)), "png");
    byte[] grey = PngChunks.file(PngChunks.header(64, 64, 16, 0), samples(64 * 64, 64, 32896));

    assertThumb(with(half, gamma(100_000)), new Color(188, 188, 188));
    assertGrey(with(grey, gamma(100_000)));
  }

  /// Half as bright as paper white, which has 203 candela per square metre.
  @Test
  void high_dynamic_range_is_as_bright_as_the_rest() throws Exception {
    for (int[] codes : new int[][] {{1, 16, 33_390}, {9, 16, 33_390}, {1, 18, 41_436}}) {
      byte[] rows = samples(3 * 64 * 64, 3 * 64, codes[2]);
      byte[] png = PngChunks.file(PngChunks.header(64, 64, 16, 2), rows);
      byte[] named = {(byte) codes[0], (byte) codes[1], 0, 1};

      assertThumb(with(png, PngChunks.chunk("cICP", named)), new Color(188, 188, 188));
    }
  }

  private static byte[] samples(int count, int inRow, int value) {
    ByteBuffer rows = ByteBuffer.allocate(count * 2 + count / inRow);
    for (int i = 0; i < count; i++) {
      if (i % inRow == 0) {
        rows.put((byte) 0);
      }
      rows.putShort((short) value);
    }
    return rows.array();
  }

  private static final byte[] SRGB = PngChunks.chunk("sRGB", new byte[1]);
  private static final byte[] CHROMATICITIES_OF_P3 =
      PngChunks.chunk("cHRM", numbers(31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000));

  private static byte[] gamma(int value) {
    return PngChunks.chunk("gAMA", numbers(value));
  }

  private static byte[] numbers(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 4);
    for (int value : values) {
      bytes.putInt(value);
    }
    return bytes.array();
  }

  private static byte[] with(byte[] png, byte[]... chunks) {
    return Pictures.insert(png, PngChunks.AFTER_HEADER, chunks);
  }

  private void assertGrey(byte[] png) throws Exception {
    // the raw samples, because Java treats grey as linear light
    assertThat(thumb(png).getRaster().getSample(32, 32, 0)).isBetween(184, 192);
  }

  @Test
  void adobe_rgb_becomes_srgb() throws Exception {
    byte[] png = Pictures.write(Pictures.plain(64, 64, RED_IN_ADOBE_RGB), "png");

    assertThumb(
        Pictures.insert(png, PngChunks.AFTER_HEADER, PngChunks.profile(ColourProfile.adobeRgb())),
        Color.RED);
  }

  @Test
  void a_profile_that_is_nonsense_is_ignored() throws Exception {
    byte[] png = Pictures.write(Pictures.plain(64, 64, Color.ORANGE), "png");

    assertThumb(
        Pictures.insert(png, PngChunks.AFTER_HEADER, PngChunks.profile(new byte[200])),
        Color.ORANGE);
  }

  @Test
  void printing_inks_become_colours() throws Exception {
    assertThumb(Pictures.cmykJpeg(64, 64, 0, 0, 0, 0), Color.WHITE);
    assertReddish(thumb(Pictures.cmykJpeg(64, 64, 0, 255, 255, 0)));
  }

  @Test
  void printing_inks_of_sixteen_bits_become_colours() throws Exception {
    assertThumb(inksOfSixteenBits(0, 0, 0, 0), Color.WHITE);
    assertReddish(thumb(inksOfSixteenBits(0, 65535, 65535, 0)));
  }

  private static byte[] inksOfSixteenBits(int... inks) {
    ByteBuffer pixels = ByteBuffer.allocate(64 * 64 * 8).order(ByteOrder.LITTLE_ENDIAN);
    while (pixels.hasRemaining()) {
      for (int ink : inks) {
        pixels.putShort((short) ink);
      }
    }
    return TiffBlock.picture(64, 64, 16, 5, pixels.array());
  }

  private static void assertReddish(BufferedImage thumb) {
    DerivedFormatsTest.assertColour(thumb, 0.5, 0.5, new Color(237, 28, 36));
  }

  private void assertThumb(byte[] original, Color expected) throws Exception {
    DerivedFormatsTest.assertColour(thumb(original), 0.5, 0.5, expected);
  }

  private BufferedImage thumb(byte[] original) throws Exception {
    DerivedImage derived = engine.derive(Files.write(folder.resolve("original"), original), folder);
    return Pictures.read(
        Files.readAllBytes(Objects.requireNonNull(derived.files().get(ImageSize.THUMB))));
  }
}
