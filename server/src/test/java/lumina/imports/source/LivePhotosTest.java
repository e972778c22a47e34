package lumina.imports.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
