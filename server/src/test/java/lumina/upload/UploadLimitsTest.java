package lumina.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import lumina.http.problem.Problem;
import lumina.media.Clips;
import lumina.media.Pictures;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadLimitsTest {
  private static final int MB = 1 << 20;

  @TempDir private Path folder;

  /// What a file is follows from its bytes: a picture is no larger for being called a video.
  @ParameterizedTest
  @CsvSource({
    "1, 2, picture, 0, ",
    "1, 2, picture, 1, 1 MB",
    "1, 2, words, 1, 1 MB",
    "1, 2, video, -1048576, ",
    "1, 2, video, 0, ",
    "1, 2, video, 1, 2 MB",
    "2, 1, video, 0, ",
    "2, 1, video, 1, 2 MB"
  })
  void a_file_is_as_large_as_one_of_its_kind_may_be(
      int pictureMb, int videoMb, String kind, int more, String refusal) throws IOException {
    boolean video = kind.equals("video");
    byte[] bytes =
        switch (kind) {
          case "video" -> Clips.mp4();
          case "picture" -> Pictures.photo(60, 40);
          default -> "only words".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        };
    int limit = (video ? Math.max(pictureMb, videoMb) : pictureMb) * MB;
    Path file = Files.write(folder.resolve("clip.mp4"), Arrays.copyOf(bytes, limit + more));
    UploadLimits limits = new UploadLimits(pictureMb, videoMb);
    assertThat(limits.anyMb()).isEqualTo(2);
    if (refusal == null) {
      limits.require(file);
    } else {
      assertThatThrownBy(() -> limits.require(file))
          .isInstanceOfSatisfying(
              Problem.TooLarge.class, problem -> assertThat(problem.sentence()).contains(refusal));
    }
  }
}
