package lumina.imports.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LivePhotosTest {
  @TempDir Path folder;

  @Test
  void the_picture_and_the_movie_of_a_live_photo_are_one() throws IOException {
    for (String name : List.of("a/IMG_1.HEIC", "a/IMG_1.mov", "a/IMG_2.jpg", "a/IMG_2.MOV")) {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.writeString(folder.resolve(name), name);
    }
    Path takeout =
        Found.zip(
            folder.resolve("takeout.zip"),
            "T/3.HEIC",
            "3",
            "T/3.MP4",
            "3",
            "T/4.jpg",
            "4",
            "T/4.mp4",
            "4",
            "T/5.png",
            "5",
            "T/5.mov",
            "5");

    Found found = Found.in(false, folder.resolve("a"), takeout);

    assertThat(found.movie("a/IMG_1.HEIC")).isEqualTo("a/IMG_1.mov");
    assertThat(found.movie("a/IMG_2.jpg")).isEqualTo("a/IMG_2.MOV");
    assertThat(found.movie("T/3.HEIC")).isEqualTo("T/3.MP4");
    assertThat(found.photos.keySet())
        .containsExactlyInAnyOrder(
            "a/IMG_1.HEIC", "a/IMG_2.jpg", "T/3.HEIC", "T/4.jpg", "T/4.mp4", "T/5.mov", "T/5.png");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PXL_1.MP.jpg | PXL_1.MP
          PXL_1.MP.heic | PXL_1.MP
          PXL_1.MP.jpg | PXL_1.MP.mp4
          PXL_1.MP.jpg | PXL_1.mp4
          PXL_1.MP.jpg | PXL_1.MP~2
          PXL_1.MP~2.jpg | PXL_1.MP~2
          PXL_1.MP~2.jpg | PXL_1.MP
          PXL_1.MP~2.jpg | PXL_1.mp4
          PXL_1.MP(1).jpg | PXL_1(1).MP
          PXL_1.MP(1).jpg | PXL_1.MP(1).mp4
          """)
  void google_calls_the_movie_of_a_motion_photo_so(String picture, String movie)
      throws IOException {
    Path zip = Found.zip(folder.resolve("t.zip"), "T/" + movie, "m", "T/" + picture, "p");
    Found found = Found.in(false, zip);
    assertThat(found.photos.keySet()).containsExactly("T/" + picture);
    assertThat(found.movie("T/" + picture)).isEqualTo("T/" + movie);
  }

  @Test
  void an_edited_motion_photo_and_its_original_have_each_their_movie() throws IOException {
    List<String> names = List.of("1.MP", "1.MP.jpg", "1.MP~2", "1.MP~2.jpg", "1(1).MP");
    for (String name : names) {
      Files.writeString(Files.createDirectories(folder.resolve("T")).resolve(name), name);
    }
    Found found = Found.in(false, folder.resolve("T"));
    assertThat(found.movie("T/1.MP.jpg")).isEqualTo("T/1.MP");
    assertThat(found.movie("T/1.MP~2.jpg")).isEqualTo("T/1.MP~2");
    assertThat(found.photos.keySet())
        .containsExactlyInAnyOrder("T/1.MP.jpg", "T/1.MP~2.jpg", "T/1(1).MP");
  }
}
