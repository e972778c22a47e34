package lumina.media;

import static lumina.media.DerivedFormatsTest.assertColour;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import lumina.media.metadata.MetadataStripper;
import lumina.media.metadata.OrientationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Raw files of cameras, and other formats that the image engine does not read.
public class RawTest {
  private static final int TURNED = 6;
  private static final byte[] PRIVATE = "PRIVATE".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] THUMBNAIL = Pictures.jpeg(Pictures.quarters(160, 120));
  private static final BufferedImage HELD =
      OrientationTest.asHeld(Pictures.quarters(600, 800), TURNED);

  @TempDir Path folder;

  static Stream<Arguments> rawFiles() {
    byte[] preview = Pictures.jpeg(HELD);
    return Stream.of(
        Arguments.of(ImageFormat.DNG, dng(preview)),
        Arguments.of(ImageFormat.ORF, otherTiff("IIRO", preview)),
        Arguments.of(ImageFormat.RW2, otherTiff("IIU\0", preview)),
        Arguments.of(ImageFormat.RAF, raf(Exif.inJpeg(preview, TiffBlock.exif(TURNED)))),
        Arguments.of(ImageFormat.CR3, cr3(preview)));
  }

  @ParameterizedTest
  @MethodSource("rawFiles")
  void the_largest_preview_is_shown_as_it_was_held(ImageFormat format, byte[] raw)
      throws Exception {
    DerivedImage derived = derive(raw);

    assertThat(derived.format()).isEqualTo(format);
    assertThat(derived.width()).isEqualTo(600);
    assertThat(derived.height()).isEqualTo(800);
    assertColour(thumb(derived), 0.25, 0.25, Color.RED);
  }

  @ParameterizedTest
  @MethodSource("rawFiles")
  void others_get_the_preview_without_metadata(ImageFormat format, byte[] raw) throws Exception {
    Path stripped = folder.resolve("stripped");
    MetadataStripper.write(Files.write(folder.resolve("raw"), raw), format, stripped);

    byte[] jpeg = Files.readAllBytes(stripped);
    assertThat(ImageFormat.of(stripped)).contains(ImageFormat.JPEG);
    assertThat(new String(jpeg, StandardCharsets.ISO_8859_1)).doesNotContain("PRIVATE");
    assertThat(derive(jpeg).width()).isEqualTo(600);
  }

  @Test
  void a_bmp_is_read() throws Exception {
    DerivedImage derived = derive(Pictures.write(Pictures.quarters(300, 200), "bmp"));

    assertThat(derived.format()).isEqualTo(ImageFormat.BMP);
    assertThat(derived.width()).isEqualTo(300);
    assertColour(thumb(derived), 0.25, 0.25, Color.RED);
  }

  /// A raw file of the format that phones and many cameras write.
  public static byte[] dng(byte[] preview) {
    return new TiffDirectories()
        .picture(16, 12, new byte[16 * 12], Map.of(254, 1, 274, TURNED, 50706, 0x01040000))
        .picture(64, 48, new byte[64 * 48], Map.of(262, 32803))
        .picture(800, 600, preview, Map.of(254, 1, 259, 7, 262, 6))
        .bytes();
  }

  /// A TIFF under another signature, whose preview only its notes name.
  private static byte[] otherTiff(String signature, byte[] preview) {
    ByteBuffer head = ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN);
    head.put(signature.getBytes(StandardCharsets.ISO_8859_1)).putInt(8).putShort((short) 1);
    head.putShort((short) 274).putShort((short) 3).putInt(1).putInt(TURNED).putInt(0);
    return join(head.array(), THUMBNAIL, new byte[100], preview, PRIVATE);
  }

  private static byte[] raf(byte[] preview) {
    byte[] head = new byte[160];
    byte[] name = "FUJIFILMCCD-RAW 0201".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(name, 0, head, 0, name.length);
    ByteBuffer.wrap(head).putInt(84, head.length).putInt(88, preview.length);
    return join(head, preview, PRIVATE);
  }

  private static byte[] cr3(byte[] preview) {
    byte[] camera = box("CMT1", TiffBlock.exif(TURNED));
    return join(
        box("ftyp", "crx \0\0\0\1crx isom".getBytes(StandardCharsets.US_ASCII)),
        box("moov", box("uuid", new byte[16], camera)),
        box("mdat", THUMBNAIL, preview, PRIVATE));
  }

  private static byte[] box(String name, byte[]... content) {
    byte[] all = join(content);
    byte[] head = ByteBuffer.allocate(4).putInt(8 + all.length).array();
    return join(head, name.getBytes(StandardCharsets.US_ASCII), all);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private DerivedImage derive(byte[] file) throws Exception {
    Path own = Files.createTempDirectory(folder, "derived");
    return Engines.shared().derive(Files.write(own.resolve("original"), file), own);
  }

  private static BufferedImage thumb(DerivedImage derived) throws Exception {
    return Pictures.read(
        Files.readAllBytes(Objects.requireNonNull(derived.files().get(ImageSize.THUMB))));
  }
}
