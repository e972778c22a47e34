package lumina.media;

import static lumina.media.DerivedFormatsTest.assertColour;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import lumina.media.metadata.OrientationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that the engine alone would display wrongly or mistake for something else.
class OddFilesTest {
  @TempDir Path folder;

  @Test
  void of_a_raw_photo_its_largest_preview_is_shown_as_it_was_held() throws Exception {
    BufferedImage held = OrientationTest.asHeld(Pictures.quarters(600, 800), 6);

    DerivedImage derived = derive(TiffDirectories.raw(Pictures.jpeg(held), 6));

    assertThat(derived.format()).isEqualTo(ImageFormat.TIFF);
    assertThat(derived.width()).isEqualTo(600);
    assertThat(derived.height()).isEqualTo(800);
    assertColour(thumb(derived), 0.25, 0.25, Color.RED);
  }

  @Test
  void a_raw_photo_without_a_large_preview_is_refused() {
    byte[] raw = TiffDirectories.raw(Pictures.jpeg(Pictures.quarters(160, 120)), 1);

    assertThat(refusal(raw)).hasMessageContaining("raw photo");
  }

  @ParameterizedTest
  @ValueSource(ints = {32809, 34661, 34676, 34712, 34887, 34925, 50000, 50001})
  void a_tiff_that_is_packed_in_a_way_we_do_not_know_is_refused(int compression) {
    byte[] tiff =
        new TiffDirectories().picture(64, 48, new byte[64 * 48], Map.of(259, compression)).bytes();

    assertThat(refusal(tiff).code()).isEqualTo("unsupported_image");
  }

  @Test
  void a_black_tiff_is_a_picture() throws Exception {
    byte[] tiff = new TiffDirectories().picture(64, 48, new byte[64 * 48], Map.of()).bytes();

    assertColour(thumb(derive(tiff)), 0.5, 0.5, Color.BLACK);
  }

  @Test
  void a_pyramid_is_shown_by_its_largest_picture() throws Exception {
    TiffDirectories pyramid = new TiffDirectories();
    for (int width = 1600; width >= 100; width /= 2) {
      int height = width * 3 / 4;
      Map<Integer, Integer> reduced = width < 1600 ? Map.of(254, 1) : Map.of();
      pyramid.picture(width, height, new byte[width * height], reduced);
    }

    DerivedImage derived = derive(pyramid.bytes());

    assertThat(derived.width()).isEqualTo(1600);
    assertThat(WebpHeader.size(large(derived))).isEqualTo("1600x1200");
    assertThat(derived.animated()).isFalse();
  }

  /// The kind of a page by the current tag, and by the obsolete one.
  static Stream<Map<Integer, Integer>> reduced() {
    return Stream.of(Map.of(254, 1), Map.of(254, 3), Map.of(254, 4), Map.of(255, 2));
  }

  @ParameterizedTest
  @MethodSource("reduced")
  void a_thumbnail_before_the_picture_is_not_taken_for_it(Map<Integer, Integer> reduced)
      throws Exception {
    byte[] white = new byte[1600 * 1000];
    Arrays.fill(white, (byte) -1);
    TiffDirectories tiff =
        new TiffDirectories()
            .picture(160, 100, new byte[160 * 100], reduced)
            .picture(800, 500, new byte[800 * 500], Map.of())
            .picture(1600, 1000, white, Map.of(254, 2))
            .picture(2000, 1250, new byte[2000 * 1250], reduced);

    for (byte[] file : List.of(tiff.bytes(), tiff.bigBytes())) {
      DerivedImage derived = derive(file);

      assertThat(derived.width()).isEqualTo(1600);
      assertThat(derived.height()).isEqualTo(1000);
      assertThat(WebpHeader.size(large(derived))).isEqualTo("1600x1000");
      assertColour(thumb(derived), 0.5, 0.5, Color.WHITE);
    }
  }

  @Test
  void a_picture_below_its_thumbnail_is_found() throws Exception {
    TiffDirectories tiff =
        new TiffDirectories()
            .picture(160, 100, new byte[160 * 100], Map.of(254, 1))
            .below(800, 500, new byte[800 * 500]);

    assertThat(derive(tiff.bytes()).width()).isEqualTo(800);
  }

  @Test
  void a_thumbnail_alone_and_the_first_of_many_pages_are_the_picture() throws Exception {
    TiffDirectories alone =
        new TiffDirectories().picture(160, 100, new byte[160 * 100], Map.of(254, 1));
    TiffDirectories pages =
        new TiffDirectories()
            .picture(160, 100, new byte[160 * 100], Map.of(254, 2))
            .picture(320, 200, new byte[320 * 200], Map.of(254, 2));

    assertThat(derive(alone.bytes()).width()).isEqualTo(160);
    assertThat(derive(pages.bytes()).width()).isEqualTo(160);
  }

  @Test
  void what_a_first_frame_leaves_uncovered_is_transparent() throws Exception {
    byte[] gif =
        Animations.gif(Pictures.plain(20, 20, Color.RED), Pictures.plain(20, 20, Color.BLUE));
    gif[6] = 60; // the canvas is wider than its frames, and higher
    gif[8] = 60;

    DerivedImage derived = derive(gif);

    assertThat(WebpHeader.hasAlpha(large(derived))).isTrue();
    assertColour(thumb(derived), 0.15, 0.15, Color.RED);
    assertColour(thumb(derived), 0.7, 0.7, Color.WHITE);
  }

  @Test
  void a_photo_without_its_last_two_bytes_lacks_nothing() throws Exception {
    byte[] jpeg = Pictures.jpeg(Pictures.noise(640, 480));

    assertThat(derive(Arrays.copyOf(jpeg, jpeg.length - 2)).damaged()).isFalse();
    assertThat(derive(Arrays.copyOf(jpeg, jpeg.length - 2000)).damaged()).isTrue();
  }

  @Test
  void a_moving_webp_shows_its_first_frame() throws Exception {
    byte[] still = Samples.bytes("still.webp");
    BufferedImage thumb = thumb(derive(Animations.webp(300, 200, still, still)));

    assertColour(thumb, 0.25, 0.25, Color.RED);
    assertColour(thumb, 0.25, 0.75, Color.BLUE);
  }

  static Stream<byte[]> moving() throws IOException {
    byte[] still = Samples.bytes("still.webp");
    byte[] avif = Samples.bytes("quarters.avif");
    System.arraycopy("avis".getBytes(StandardCharsets.US_ASCII), 0, avif, 8, 4);
    return Stream.of(
        Animations.gif(Pictures.plain(40, 40, Color.RED), Pictures.plain(40, 40, Color.BLUE)),
        Animations.webp(300, 200, still, still),
        Animations.png(Pictures.write(Pictures.quarters(30, 20), "png")),
        avif);
  }

  @ParameterizedTest
  @MethodSource("moving")
  void what_moves_is_known_to_move(byte[] file) throws Exception {
    assertThat(derive(file).animated()).isTrue();
  }

  static Stream<byte[]> still() throws IOException {
    return Stream.of(
        Pictures.write(Pictures.plain(40, 40, Color.RED), "gif"),
        Samples.bytes("still.webp"),
        Pictures.write(Pictures.quarters(30, 20), "png"),
        Samples.bytes("quarters.avif"));
  }

  @ParameterizedTest
  @MethodSource("still")
  void what_stands_still_is_known_to_stand_still(byte[] file) throws Exception {
    assertThat(derive(file).animated()).isFalse();
  }

  @Test
  void a_heic_that_is_too_large_is_refused_for_that() {
    byte[] heic = HeicSample.bytes();
    String latin = new String(heic, StandardCharsets.ISO_8859_1);
    for (int at = latin.indexOf("ispe"); at > 0; at = latin.indexOf("ispe", at + 1)) {
      ByteBuffer.wrap(heic).putInt(at + 8, 40_000).putInt(at + 12, 40_000);
    }

    assertThat(refusal(heic).code()).isEqualTo("too_many_pixels");
    assertThat(refusal(heic)).hasMessageContaining("megapixels");
  }

  private RefusedImage refusal(byte[] original) {
    return catchThrowableOfType(RefusedImage.class, () -> derive(original));
  }

  private DerivedImage derive(byte[] original) throws Exception {
    Path own = Files.createTempDirectory(folder, "derived");
    return Engines.shared().derive(Files.write(own.resolve("original"), original), own);
  }

  private static byte[] large(DerivedImage derived) throws IOException {
    return Files.readAllBytes(Objects.requireNonNull(derived.files().get(ImageSize.LARGE)));
  }

  private static BufferedImage thumb(DerivedImage derived) throws IOException {
    Path file = Objects.requireNonNull(derived.files().get(ImageSize.THUMB));
    return Pictures.read(Files.readAllBytes(file));
  }
}
