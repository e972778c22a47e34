package lumina.imaging;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColourTest {
  /// The red of sRGB, in the numbers of wider spaces.
  private static final Color RED_IN_P3 = new Color(234, 51, 35);

  private static final Color RED_IN_ADOBE_RGB = new Color(219, 0, 0);

  @TempDir Path folder;

  @Test
  void the_colours_of_a_phone_come_out_right() throws Exception {
    byte[] jpeg = Pictures.jpeg(Pictures.plain(64, 64, RED_IN_P3));
    byte[] tagged = Pictures.withSegments(jpeg, ColourProfile.segment(ColourProfile.displayP3()));

    assertThumb(tagged, Color.RED);
    assertThumb(jpeg, RED_IN_P3);
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
    DerivedImage derived =
        Engines.shared().derive(Files.write(folder.resolve("original"), original), folder);
    return Pictures.read(
        Files.readAllBytes(Objects.requireNonNull(derived.files().get(ImageSize.THUMB))));
  }
}
