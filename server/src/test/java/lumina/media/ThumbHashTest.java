package lumina.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ThumbHashTest {
  /// The expected hashes were made by `rgbaToThumbHash` of the npm package `thumbhash` 0.1.1 from
  /// the same pictures.
  @ParameterizedTest
  @CsvFileSource(resources = "/imaging/thumbhash.txt", delimiter = ' ')
  void it_is_the_hash_that_the_page_decodes(String kind, int width, int height, String expected) {
    byte[] rgba = new byte[width * height * 4];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int[] pixel = pixel(kind, x, y, width, height);
        for (int band = 0; band < 4; band++) {
          rgba[(x + y * width) * 4 + band] = (byte) pixel[band];
        }
      }
    }

    byte[] hash = ThumbHash.of(width, height, rgba);

    assertThat(Base64.getEncoder().encodeToString(hash)).isEqualTo(expected);
  }

  private static int[] pixel(String kind, int x, int y, int width, int height) {
    return switch (kind) {
      case "smooth" ->
          new int[] {255 * x / width, 255 * y / height, 255 * (x + y) / (width + height), 255};
      case "pattern" -> new int[] {x * 7 + y * 13, x * y, x * x + y, 255};
      case "fading" -> new int[] {x * 3, y * 5, x + y, 255 * x / width};
      case "clear" -> new int[] {0, 0, 0, 0};
      case "red" -> new int[] {200, 40, 40, 255};
      default -> throw new IllegalArgumentException(kind);
    };
  }
}
