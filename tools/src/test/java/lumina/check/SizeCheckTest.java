package lumina.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import lumina.Form;
import lumina.Person;
import lumina.cli.CommandRun;
import lumina.cli.Served;
import lumina.media.Animations;
import lumina.media.Clips;
import lumina.media.Exif;
import lumina.media.HeicFile;
import lumina.media.HeicSample;
import lumina.media.ImageSize;
import lumina.media.Pictures;
import lumina.media.PngChunks;
import lumina.media.RawTest;
import lumina.media.Samples;
import lumina.media.TiffBlock;
import lumina.photo.detail.PhotoKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whole pictures, each at the place of another.
class SizeCheckTest {
  @TempDir private Path data;

  @Test
  void a_picture_of_another_format_or_size_is_named_and_made_anew() throws Exception {
    String first;
    String second;
    try (Served server = Served.on(settings())) {
      Person ann = server.stranger().signUp();
      byte[] jpeg = Pictures.jpeg(Pictures.quarters(1_600, 1_200));
      first = uploaded(ann, jpeg);
      second = uploaded(ann, Pictures.jpeg(Pictures.quarters(1_200, 1_600)));
      changePicture(ann, jpeg);
    }
    copy(first, ImageSize.MEDIUM.suffix(), ImageSize.THUMB.suffix());
    copy(first, ImageSize.MEDIUM.suffix(), ImageSize.SMALL.suffix());
    copy(first, "_full.jpg", ImageSize.LARGE.suffix());
    copy(second, "_full.jpg", ImageSize.THUMB.suffix());
    Path picture = picture("_full.webp");
    Files.write(picture, Pictures.write(Pictures.quarters(300, 200), "png"));

    assertThat(said(1))
        .contains(
            PhotoKeys.derived(first, ImageSize.THUMB) + " (image/webp instead of image/jpeg)",
            PhotoKeys.derived(first, ImageSize.SMALL) + " (1080 × 810 pixels instead of 480 × 360)",
            PhotoKeys.derived(first, ImageSize.LARGE) + " (image/jpeg instead of image/webp)",
            PhotoKeys.derived(second, ImageSize.THUMB)
                + " (1200 × 1600 pixels instead of 150 × 200)",
            picture.getFileName() + " (image/png instead of image/webp)")
        .endsWith("3 differences, 0 repaired.\n");
    assertThat(said(0, "--repair")).endsWith("3 differences, 3 repaired.\n");
    assertThat(said(0)).endsWith("All is well.\n");
  }

  @Test
  void no_kind_of_photo_is_taken_for_a_wrong_one() throws Exception {
    List<byte[]> kinds = kinds().toList();
    try (Served server = Served.on(settings())) {
      Person ann = server.stranger().signUp();
      for (byte[] file : kinds) {
        var _ = uploaded(ann, file);
      }
      changePicture(ann, Pictures.jpeg(Pictures.quarters(40, 3_000)));
    }
    assertThat(said(0))
        .contains("%d photos checked".formatted(kinds.size()))
        .endsWith("All is well.\n");
  }

  private static Stream<byte[]> kinds() throws IOException {
    byte[] still = Samples.bytes("still.webp");
    byte[] onItsSide = Pictures.jpeg(Pictures.quarters(3_001, 1_999));
    return Stream.of(
        Pictures.write(Pictures.plain(1, 1, Color.RED), "png"),
        Pictures.write(Pictures.quarters(30_000, 4), "png"),
        Pictures.jpeg(Pictures.quarters(9_999, 33)),
        Pictures.jpeg(Pictures.quarters(33, 9_001)),
        Pictures.jpeg(Pictures.quarters(2_047, 1_365)),
        Pictures.progressiveJpeg(Pictures.quarters(4_001, 3_003)),
        Exif.inJpeg(onItsSide, TiffBlock.exif(6)),
        Pictures.write(Pictures.quarters(481, 203), "gif"),
        withWideCanvas(),
        Animations.webp(300, 200, still, still),
        Pictures.write(Pictures.quarters(1_079, 717), "tiff"),
        Pictures.write(Pictures.quarters(2_500, 1_777), "bmp"),
        Samples.bytes("quarters.avif"),
        HeicSample.bytes(),
        turnedHeic(),
        deep(2_501, 99),
        RawTest.dng(onItsSide),
        Clips.mp4(),
        Clips.webm(),
        Clips.of("matroska", Clips.picture("3001x1703", 1, "ffv1")),
        Clips.of(
            "matroska",
            List.of(
                "-filter_complex",
                "testsrc=size=720x575:rate=10:duration=1,format=yuv420p,setsar=64/45",
                "-c:v",
                "ffv1")));
  }

  private static byte[] turnedHeic() {
    return new HeicFile(
            2, 2, HeicFile.Tile.RED, HeicFile.Tile.GREEN, HeicFile.Tile.BLUE, HeicFile.Tile.WHITE)
        .size(101, 77)
        .with("irot", (byte) 1)
        .bytes();
  }

  /// A grey picture of 16 bits.
  private static byte[] deep(int width, int height) {
    return PngChunks.file(
        PngChunks.header(width, height, 16, 0), new byte[(1 + 2 * width) * height]);
  }

  /// An animation whose frames cover a part of it.
  private static byte[] withWideCanvas() throws IOException {
    byte[] gif =
        Animations.gif(Pictures.plain(200, 200, Color.RED), Pictures.plain(200, 200, Color.BLUE));
    gif[6] = (byte) 250;
    return gif;
  }

  private static String uploaded(Person person, byte[] file) {
    Form form = new Form().file("photo", file);
    return person.upload(form).expect(201).json().get("photo_id").asString();
  }

  private static void changePicture(Person person, byte[] file) {
    Form picture = new Form().file("me.jpg", file);
    person
        .send(
            person
                .request("/api/users/profile-picture")
                .header("Content-Type", picture.contentType())
                .POST(HttpRequest.BodyPublishers.ofByteArray(picture.bytes())))
        .expect(200);
  }

  private void copy(String photo, String from, String to) throws IOException {
    Path folder = data.resolve("images/photos").resolve(photo.substring(photo.length() - 2));
    Files.write(folder.resolve(photo + to), Files.readAllBytes(folder.resolve(photo + from)));
  }

  private Path picture(String suffix) throws IOException {
    try (Stream<Path> files = Files.walk(data.resolve("images/profiles"))) {
      return files
          .filter(it -> Objects.requireNonNull(it.getFileName()).toString().endsWith(suffix))
          .findAny()
          .orElseThrow();
    }
  }

  private String said(int code, String... options) {
    List<String> words = Stream.concat(Stream.of("check"), Stream.of(options)).toList();
    CommandRun run = CommandRun.of(settings(), words.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.said()).isEqualTo(code);
    return run.said();
  }

  private Map<String, String> settings() {
    return Map.of("LUMINA_DATA", data.toString());
  }
}
