package lumina.media;

import static lumina.media.DerivedFormatsTest.assertColour;
import static lumina.media.HeicFile.Tile.BLUE;
import static lumina.media.HeicFile.Tile.GREEN;
import static lumina.media.HeicFile.Tile.RED;
import static lumina.media.HeicFile.Tile.WHITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HeicTest {
  private static final List<Color> CORNERS =
      List.of(
          new Color(200, 40, 30),
          new Color(30, 170, 60),
          new Color(40, 60, 200),
          new Color(240, 240, 240));

  @TempDir Path folder;

  @Test
  void a_single_picture_shows_its_colours() throws Exception {
    DerivedImage derived = derive(HeicSample.bytes());

    assertThat(derived.format()).isEqualTo(ImageFormat.HEIC);
    assertThat(derived.damaged()).isFalse();
    assertThat(derived.width()).isEqualTo(16);
    assertColour(thumb(derived), 0.5, 0.5, new Color(204, 51, 35));
  }

  @Test
  void of_a_sequence_the_first_picture_is_shown() throws Exception {
    DerivedImage derived = derive(Samples.bytes("sequence.heic"));

    assertThat(derived.format()).isEqualTo(ImageFormat.HEIC);
    assertThat(derived.width()).isEqualTo(96);
    assertThat(derived.height()).isEqualTo(64);
    assertColour(thumb(derived), 0.5, 0.5, CORNERS.get(1));
  }

  /// The numbers say which corner of the file is where: top left, top right, bottom left, bottom
  /// right.
  @ParameterizedTest
  @CsvSource({
    "-1, -1, 120, 100, 0123",
    "1, -1, 100, 120, 1302",
    "3, -1, 100, 120, 2031",
    "2, -1, 120, 100, 3210",
    "-1, 0, 120, 100, 2301",
    "-1, 1, 120, 100, 1032",
    "1, 1, 100, 120, 3120"
  })
  void tiles_are_joined_cropped_and_turned(
      int quarterTurns, int mirror, int width, int height, String corners) throws Exception {
    HeicFile file = quarters().size(120, 100);
    if (quarterTurns >= 0) {
      file.with("irot", (byte) quarterTurns);
    }
    if (mirror >= 0) {
      file.with("imir", (byte) mirror);
    }

    DerivedImage derived = derive(file.bytes());

    assertThat(derived.width()).isEqualTo(width);
    assertThat(derived.height()).isEqualTo(height);
    assertThat(derived.damaged()).isFalse();
    BufferedImage thumb = thumb(derived);
    for (int i = 0; i < 4; i++) {
      Color expected = CORNERS.get(corners.charAt(i) - '0');
      assertColour(thumb, i % 2 == 0 ? 0.2 : 0.8, i < 2 ? 0.2 : 0.8, expected);
    }
  }

  @Test
  void only_the_clean_aperture_is_shown() throws Exception {
    ByteBuffer lowerRight = ByteBuffer.allocate(32);
    for (int number : List.of(60, 1, 50, 1, 30, 1, 35, 1)) {
      lowerRight.putInt(number);
    }
    DerivedImage derived = derive(quarters().with("clap", lowerRight.array()).bytes());

    assertThat(derived.width()).isEqualTo(60);
    assertThat(derived.height()).isEqualTo(50);
    assertColour(thumb(derived), 0.1, 0.1, CORNERS.get(3));
  }

  @Test
  void of_a_heic_that_breaks_off_the_tiles_that_came_are_shown() throws Exception {
    byte[] whole = quarters().bytes();
    DerivedImage derived = derive(Arrays.copyOf(whole, whole.length - 50));

    assertThat(derived.damaged()).isTrue();
    assertColour(thumb(derived), 0.2, 0.2, CORNERS.getFirst());
  }

  static Stream<HeicFile> lies() {
    return Stream.of(
        quarters().claiming(1, 1, 0),
        quarters().claiming(2, 2, 3),
        quarters().claiming(2, 3, 6).size(128, 192),
        quarters().claiming(200, 150, 30_000).size(12_800, 9_600),
        quarters().moved(1 << 20),
        quarters().moved(1),
        quarters().size(128, 64),
        quarters().size(500, 500),
        quarters().size(0, 0));
  }

  @ParameterizedTest
  @MethodSource("lies")
  @Timeout(20)
  void a_grid_that_lies_is_refused(HeicFile lying) {
    RefusedImage refused = catchThrowableOfType(RefusedImage.class, () -> derive(lying.bytes()));

    assertThat(refused.code()).isEqualTo("unsupported_image");
  }

  private static HeicFile quarters() {
    return new HeicFile(2, 2, RED, GREEN, BLUE, WHITE);
  }

  private DerivedImage derive(byte[] heic) throws Exception {
    return Engines.shared().derive(Files.write(folder.resolve("photo.heic"), heic), folder);
  }

  private static BufferedImage thumb(DerivedImage derived) throws Exception {
    return Pictures.read(
        Files.readAllBytes(Objects.requireNonNull(derived.files().get(ImageSize.THUMB))));
  }
}
