package lumina.media.metadata;

import static lumina.media.DerivedFormatsTest.assertColour;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import lumina.media.Animations;
import lumina.media.ColourProfile;
import lumina.media.DerivedImage;
import lumina.media.Engines;
import lumina.media.Exif;
import lumina.media.ImageFormat;
import lumina.media.ImageSize;
import lumina.media.Pictures;
import lumina.media.PngChunks;
import lumina.media.Samples;
import lumina.media.TiffBlock;
import lumina.media.TiffDirectories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MetadataStripperTest {
  private static final int TURNED = 6; // a quarter turn clockwise
  private static final byte[] SECRET = TiffBlock.SERIAL.getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;

  static Stream<Arguments> filesFromACamera() throws IOException {
    return Stream.of(
        Arguments.of(ImageFormat.JPEG, jpeg(TURNED)),
        Arguments.of(ImageFormat.JPEG, progressiveJpeg()),
        Arguments.of(ImageFormat.JPEG, jpeg(TiffBlock.exif(TURNED, 1))),
        Arguments.of(ImageFormat.JPEG, jpeg(TiffBlock.exif(TURNED, 4))),
        Arguments.of(ImageFormat.JPEG, Exif.inJpeg(jpeg(3), TiffBlock.exif(TURNED))),
        Arguments.of(ImageFormat.JPEG, Exif.inJpeg(jpeg(TURNED), TiffBlock.exif(1))),
        Arguments.of(ImageFormat.PNG, png()),
        Arguments.of(ImageFormat.GIF, gif()),
        Arguments.of(ImageFormat.WEBP, Samples.bytes("located.webp")),
        Arguments.of(ImageFormat.AVIF, Samples.bytes("located.avif")),
        Arguments.of(ImageFormat.TIFF, tiff()));
  }

  private static byte[] jpeg(int orientation) {
    return jpeg(TiffBlock.exif(orientation));
  }

  private static byte[] jpeg(byte[] exif) {
    byte[] comment = Pictures.segment(0xFE, SECRET);
    byte[] iptc = Pictures.segment(0xED, SECRET);
    byte[] jpeg = Pictures.jpeg(Pictures.quarters(300, 200));
    byte[] withComments = Pictures.withSegments(jpeg, comment, iptc);
    byte[] located = Exif.inJpeg(withComments, exif);
    return Pictures.insert(located, located.length, SECRET);
  }

  private static byte[] progressiveJpeg() throws IOException {
    byte[] jpeg = Pictures.progressiveJpeg(Pictures.quarters(300, 200));
    return Exif.inJpeg(jpeg, TiffBlock.exif(TURNED));
  }

  private static byte[] png() {
    byte[] png = Pictures.write(Pictures.quarters(300, 200), "png");
    return Pictures.insert(
        png,
        PngChunks.AFTER_HEADER,
        PngChunks.chunk("tEXt", SECRET),
        PngChunks.chunk("eXIf", TiffBlock.exif(TURNED)),
        PngChunks.chunk("prVt", SECRET));
  }

  private static byte[] gif() {
    byte[] gif = Pictures.write(Pictures.quarters(300, 200), "gif");
    byte[] comment =
        Pictures.insert(new byte[] {0x21, (byte) 0xFE, (byte) SECRET.length, 0}, 3, SECRET);
    int afterColours = 13 + (3 << ((gif[10] & 7) + 1));
    byte[] commented = Pictures.insert(gif, afterColours, comment);
    return Pictures.insert(commented, commented.length, SECRET);
  }

  private static byte[] tiff() {
    byte[] pixels = new byte[300 * 200 * 3];
    BufferedImage quarters = Pictures.quarters(300, 200);
    for (int i = 0; i < 300 * 200; i++) {
      Color color = new Color(quarters.getRGB(i % 300, i / 300));
      pixels[3 * i] = (byte) color.getRed();
      pixels[3 * i + 1] = (byte) color.getGreen();
      pixels[3 * i + 2] = (byte) color.getBlue();
    }
    return TiffBlock.pictureWithPlace(300, 200, pixels, TURNED);
  }

  @ParameterizedTest
  @MethodSource("filesFromACamera")
  void nothing_private_is_left(ImageFormat format, byte[] original) throws Exception {
    assertThat(Exif.tracesIn(original)).isNotEmpty();

    assertThat(Exif.tracesIn(clean(format, original))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("filesFromACamera")
  void the_picture_is_the_same_and_the_same_way_up(ImageFormat format, byte[] original)
      throws Exception {
    byte[] copy = clean(format, original);

    DerivedImage before = derive(original);
    DerivedImage after = derive(copy);

    assertThat(after.format()).isEqualTo(format);
    assertThat(after.width()).isEqualTo(before.width());
    assertThat(after.damaged()).isFalse();
    assertThat(large(after)).isEqualTo(large(before));
  }

  @Test
  void a_colour_profile_stays() throws Exception {
    byte[] profile = ColourProfile.displayP3();
    byte[] jpeg = Pictures.withSegments(jpeg(1), ColourProfile.segment(profile));

    assertThat(latin(clean(ImageFormat.JPEG, jpeg))).contains(latin(profile));
  }

  @Test
  void an_upright_photo_gets_no_exif_at_all() throws Exception {
    assertThat(latin(clean(ImageFormat.JPEG, jpeg(1)))).doesNotContain("Exif");
  }

  @Test
  void an_animation_keeps_moving() throws Exception {
    byte[] gif =
        Animations.gif(Pictures.plain(40, 40, Color.RED), Pictures.plain(40, 40, Color.BLUE));
    assertThat(clean(ImageFormat.GIF, gif)).isEqualTo(gif);
  }

  @Test
  void a_zero_too_many_between_the_blocks_of_an_animation_does_not_stop_it() throws Exception {
    byte[] gif =
        Animations.gif(Pictures.plain(40, 40, Color.RED), Pictures.plain(40, 40, Color.BLUE));
    byte[] stray = Pictures.insert(gif, gif.length - 1, new byte[1]);
    assertThat(clean(ImageFormat.GIF, stray)).isEqualTo(gif);
  }

  @Test
  void of_a_webp_that_was_not_held_upright_there_is_no_copy() throws Exception {
    byte[] name = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    byte[] exif = TiffBlock.exif(TURNED);
    byte[] asSomePhonesWrite = Pictures.insert(name, name.length, exif);
    byte[] withThumbnail = Pictures.insert(exif, exif.length, new byte[100_000]);
    for (byte[] block : List.of(exif, asSomePhonesWrite, withThumbnail)) {
      byte[] webp = Animations.stillWebp(Samples.bytes("still.webp"), block);

      assertThatThrownBy(() -> clean(ImageFormat.WEBP, webp)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void what_is_left_of_exif_is_valid_though_it_says_nothing() throws Exception {
    byte[] avif = Samples.bytes("located.avif");
    byte[] empty = "\0\0\0\0II*\0\10\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    int at = latin(avif).indexOf("\0\0\0\6Exif\0\0II*\0");

    byte[] copy = clean(ImageFormat.AVIF, avif);

    assertThat(Arrays.copyOfRange(copy, at, at + empty.length)).isEqualTo(empty);
  }

  @Test
  void what_is_left_of_xmp_is_valid_though_it_says_nothing() throws Exception {
    byte[] avif = Samples.bytes("located.avif");
    int kind = latin(avif).indexOf("Exif");
    System.arraycopy("mime".getBytes(StandardCharsets.US_ASCII), 0, avif, kind, 4);
    int at = latin(avif).indexOf("\0\0\0\6Exif\0\0II*\0");

    String copy = latin(clean(ImageFormat.AVIF, avif));

    assertThat(copy.substring(at)).startsWith("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"/>");
  }

  @Test
  void of_a_raw_photo_there_is_no_copy() {
    byte[] raw = TiffDirectories.raw(Pictures.jpeg(Pictures.quarters(800, 600)), 1);
    assertThatThrownBy(() -> clean(ImageFormat.TIFF, raw)).isInstanceOf(IOException.class);
  }

  @Test
  void a_file_that_was_cut_off_stays_a_picture() throws Exception {
    byte[] whole = jpeg(1);
    byte[] copy = clean(ImageFormat.JPEG, Arrays.copyOf(whole, whole.length / 2));

    DerivedImage derived = derive(copy);
    assertThat(derived.damaged()).isTrue();
    assertColour(Pictures.read(thumb(derived)), 0.25, 0.1, Color.RED);
  }

  @Test
  void what_hides_its_parts_is_not_copied() {
    byte[] cut = Arrays.copyOf(tiff(), 1000);
    assertThatThrownBy(() -> clean(ImageFormat.TIFF, cut)).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @MethodSource("filesFromACamera")
  @Timeout(20)
  void damaged_files_end_in_a_copy_or_a_refusal(ImageFormat format, byte[] original)
      throws Exception {
    Random random = new Random(42);
    Path file = folder.resolve("damaged");
    for (int i = 0; i < 300; i++) {
      byte[] damaged = Arrays.copyOf(original, original.length - random.nextInt(50));
      for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
        damaged[random.nextInt(Math.min(damaged.length, 2_000))] = (byte) random.nextInt();
      }
      Path copy = folder.resolve("copy");
      try {
        MetadataStripper.write(Files.write(file, damaged), format, copy);
      } catch (IOException refused) {
        assertThat(refused).isNotNull();
      }
      Files.deleteIfExists(copy);
    }
  }

  @Test
  void all_pixels_of_a_jpeg_stay_wherever_a_mark_among_them_lies() throws IOException {
    byte[] marks = {(byte) 0xFF, 0, 0, (byte) 0xFF, (byte) 0xD3, 0};
    byte[] pixels = new byte[3 * 8192];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = marks[i % marks.length];
    }
    for (int before = 0; before < marks.length; before++) {
      byte[] scan = Pictures.segment(0xDA, new byte[before]);
      byte[] jpeg = Pictures.insert(new byte[] {-1, (byte) 0xD8, -1, (byte) 0xD9}, 2, scan, pixels);
      assertThat(clean(ImageFormat.JPEG, jpeg)).isEqualTo(jpeg);
    }
  }

  private byte[] clean(ImageFormat format, byte[] original) throws IOException {
    Path copy = folder.resolve("clean");
    Files.deleteIfExists(copy);
    MetadataStripper.write(Files.write(folder.resolve("original"), original), format, copy);
    return Files.readAllBytes(copy);
  }

  private DerivedImage derive(byte[] original) throws Exception {
    Path own = Files.createTempDirectory(folder, "derived");
    return Engines.shared().derive(Files.write(own.resolve("original"), original), own);
  }

  private static byte[] large(DerivedImage derived) throws IOException {
    return Files.readAllBytes(Objects.requireNonNull(derived.files().get(ImageSize.LARGE)));
  }

  private static byte[] thumb(DerivedImage derived) throws IOException {
    return Files.readAllBytes(Objects.requireNonNull(derived.files().get(ImageSize.THUMB)));
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
