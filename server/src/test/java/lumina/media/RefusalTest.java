package lumina.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lumina.media.worker.ImageEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {
  private final ImageEngine engine = Engines.shared();
  @TempDir Path folder;

  @Test
  void an_empty_file_is_refused() throws Exception {
    assertThat(refusal("photo.jpg", new byte[0]).code()).isEqualTo("empty_file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
        "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>",
        "%PDF-1.7\n1 0 obj\n<<>>\nendobj",
        "hello, I am a text",
        "<!doctype html><script>alert(1)</script>",
        "P3\n1 1\n255\n255 0 0\n",
        "push graphic-context\nviewbox 0 0 640 480\nfill 'url(https://example.org/)'\n",
        "GIF8",
        "\u00ff\u00d8",
      })
  void what_is_no_picture_is_refused_whatever_its_name(String content) throws Exception {
    RefusedImage refusal = refusal("photo.jpg", content.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(refusal.code()).isEqualTo("not_an_image");
    assertThat(refusal).hasMessageEndingWith(".");
  }

  @Test
  void an_archive_is_refused() throws Exception {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("photo.jpg"));
      out.write(Pictures.jpeg(Pictures.quarters(10, 10)));
    }

    assertThat(refusal("photo.jpg", zip.toByteArray()).code()).isEqualTo("not_an_image");
  }

  @Test
  void a_picture_is_taken_whatever_its_name() throws Exception {
    Path file =
        Files.write(folder.resolve("photo[n=-1].html"), Pictures.jpeg(Pictures.quarters(10, 10)));

    assertThat(engine.derive(file, folder).format()).isEqualTo(ImageFormat.JPEG);
  }

  @Test
  void a_png_that_unpacks_to_gigabytes_is_refused() throws Exception {
    byte[] bomb = PngChunks.file(PngChunks.header(60_000, 60_000, 8, 2), new byte[1000]);

    assertThat(refusal("bomb.png", bomb).code()).isEqualTo("too_many_pixels");
  }

  @Test
  void a_gif_that_unpacks_to_gigabytes_is_refused() throws Exception {
    byte[] bomb = Pictures.write(Pictures.plain(8, 8, Color.RED), "gif");
    // the size of the whole picture, and that of the frame
    int frame = indexOf(bomb, (byte) 0x2C);
    for (int at : new int[] {6, 8, frame + 5, frame + 7}) {
      bomb[at] = (byte) 0xFF;
      bomb[at + 1] = (byte) 0xFF;
    }

    assertThat(refusal("bomb.gif", bomb).code()).isEqualTo("too_many_pixels");
  }

  private static int indexOf(byte[] bytes, byte wanted) {
    int at = 13 + 3 * (2 << (bytes[10] & 7));
    while (bytes[at] == 0x21) {
      for (at += 2; bytes[at] != 0; at += bytes[at] + 1) {}
      at++;
    }
    assertThat(bytes[at]).isEqualTo(wanted);
    return at;
  }

  @Test
  void a_progressive_jpeg_has_a_lower_limit() throws Exception {
    byte[] progressive = Pictures.progressiveJpeg(Pictures.quarters(64, 64));

    RefusedImage refusal = refusal("photo.jpg", Pictures.claiming(progressive, 9000, 6000));

    assertThat(refusal.code()).isEqualTo("too_many_pixels");
    assertThat(refusal).hasMessageContaining("50 megapixels");
  }

  @Test
  void more_than_a_hundred_and_twenty_megapixels_are_refused() throws Exception {
    byte[] jpeg = Pictures.jpeg(Pictures.quarters(64, 64));

    RefusedImage refusal = refusal("photo.jpg", Pictures.claiming(jpeg, 12_000, 10_001));

    assertThat(refusal.code()).isEqualTo("too_many_pixels");
    assertThat(refusal).hasMessageContaining("12000 × 10001");
  }

  @Test
  void a_side_of_more_than_thirty_thousand_pixels_is_refused() throws Exception {
    byte[] jpeg = Pictures.jpeg(Pictures.quarters(64, 64));

    assertThat(refusal("photo.jpg", Pictures.claiming(jpeg, 30_001, 10)).code())
        .isEqualTo("too_many_pixels");
  }

  @Test
  void a_header_with_no_picture_behind_it_is_refused() throws Exception {
    byte[] jpeg = Pictures.jpeg(Pictures.noise(640, 480));

    RefusedImage refusal = refusal("photo.jpg", Arrays.copyOf(jpeg, startOfPixels(jpeg)));

    assertThat(refusal.code()).isEqualTo("unsupported_image");
    assertThat(refusal).hasMessageContaining("send it again");
  }

  private static int startOfPixels(byte[] jpeg) {
    String scan = new String(new char[] {0xFF, 0xDA, 0, 12});
    return new String(jpeg, StandardCharsets.ISO_8859_1).indexOf(scan) + 14;
  }

  @Test
  void a_picture_that_broke_off_half_way_is_used_and_marked() throws Exception {
    byte[] jpeg = Pictures.jpeg(Pictures.noise(640, 480));
    byte[] png = Pictures.write(Pictures.noise(640, 480), "png");

    assertThat(derive("half.jpg", Arrays.copyOf(jpeg, jpeg.length / 2)).damaged()).isTrue();
    assertThat(derive("half.png", Arrays.copyOf(png, png.length / 2)).damaged()).isTrue();
  }

  @Test
  void a_refused_picture_leaves_nothing_behind() throws Exception {
    byte[] png = Pictures.write(Pictures.noise(64, 48), "png");
    var _ = refusal("photo.png", Arrays.copyOf(png, 60));

    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(folder.resolve("photo.png"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png", "gif", "tiff"})
  void garbled_files_are_derived_or_refused_and_nothing_else(String format) throws Exception {
    byte[] whole = Pictures.write(Pictures.quarters(64, 48), format);
    for (int at = 8; at < whole.length; at += whole.length / 12) {
      byte[] garbled = whole.clone();
      for (int i = at; i < Math.min(whole.length, at + 5); i++) {
        garbled[i] ^= (byte) 0xA5;
      }
      Path file = Files.write(folder.resolve("garbled"), garbled);
      try {
        assertThat(engine.derive(file, folder).files()).hasSize(4);
      } catch (RefusedImage refused) {
        assertThat(refused.code()).isIn("unsupported_image", "too_many_pixels");
      }
    }
  }

  private RefusedImage refusal(String name, byte[] content) {
    return catchThrowableOfType(RefusedImage.class, () -> derive(name, content));
  }

  private DerivedImage derive(String name, byte[] content) throws Exception {
    return engine.derive(Files.write(folder.resolve(name), content), folder);
  }
}
