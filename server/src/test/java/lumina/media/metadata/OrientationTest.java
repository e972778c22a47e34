package lumina.media.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import lumina.media.DerivedFormatsTest;
import lumina.media.DerivedImage;
import lumina.media.Engines;
import lumina.media.Exif;
import lumina.media.ImageSize;
import lumina.media.Pictures;
import lumina.media.PngChunks;
import lumina.media.TiffBlock;
import lumina.media.worker.ImageEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class OrientationTest {
  private final ImageEngine engine = Engines.shared();
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void every_orientation_ends_upright(int orientation) throws Exception {
    byte[] jpeg = Pictures.jpeg(asHeld(Pictures.quarters(320, 160), orientation));

    DerivedImage derived = derive(Exif.inJpeg(jpeg, TiffBlock.exif(orientation)));

    assertThat(derived.width()).isEqualTo(320);
    assertThat(derived.height()).isEqualTo(160);
    assertUpright(derived, 200, 100);
  }

  @Test
  void a_portrait_photo_stands_upright() throws Exception {
    byte[] jpeg = Pictures.jpeg(asHeld(Pictures.quarters(3000, 4000), 6));

    DerivedImage derived = derive(Exif.inJpeg(jpeg, TiffBlock.exif(6)));

    assertThat(derived.width()).isEqualTo(3000);
    assertThat(derived.height()).isEqualTo(4000);
    assertUpright(derived, 150, 200);
  }

  @Test
  void a_png_can_say_how_it_was_held() throws Exception {
    byte[] png = Pictures.write(asHeld(Pictures.quarters(320, 160), 8), "png");

    DerivedImage derived =
        derive(
            Pictures.insert(
                png, PngChunks.AFTER_HEADER, PngChunks.chunk("eXIf", TiffBlock.exif(8))));

    assertThat(derived.width()).isEqualTo(320);
    assertUpright(derived, 200, 100);
  }

  private DerivedImage derive(byte[] original) throws Exception {
    return engine.derive(Files.write(folder.resolve("original"), original), folder);
  }

  private static void assertUpright(DerivedImage derived, int width, int height) throws Exception {
    Path file = Objects.requireNonNull(derived.files().get(ImageSize.THUMB));
    BufferedImage thumb = Pictures.read(Files.readAllBytes(file));
    assertThat(thumb.getWidth()).isEqualTo(width);
    assertThat(thumb.getHeight()).isEqualTo(height);
    DerivedFormatsTest.assertColour(thumb, 0.25, 0.25, Color.RED);
    DerivedFormatsTest.assertColour(thumb, 0.75, 0.25, Color.GREEN);
    DerivedFormatsTest.assertColour(thumb, 0.25, 0.75, Color.BLUE);
    DerivedFormatsTest.assertColour(thumb, 0.75, 0.75, Color.WHITE);
  }

  /// The sensor's picture of an upright scene, with the camera held in this orientation.
  public static BufferedImage asHeld(BufferedImage scene, int orientation) {
    int w = scene.getWidth();
    int h = scene.getHeight();
    AffineTransform turn =
        switch (orientation) {
          case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
          case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
          case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
          case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case 6 -> new AffineTransform(0, -1, 1, 0, 0, w);
          case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
          case 8 -> new AffineTransform(0, 1, -1, 0, h, 0);
          default -> new AffineTransform();
        };
    boolean swapped = orientation >= 5;
    BufferedImage held =
        new BufferedImage(swapped ? h : w, swapped ? w : h, BufferedImage.TYPE_INT_RGB);
    held.createGraphics().drawImage(scene, turn, null);
    return held;
  }
}
