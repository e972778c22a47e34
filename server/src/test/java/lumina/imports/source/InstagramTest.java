package lumina.imports.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstagramTest {
  @TempDir Path folder;

  @Test
  void instagram_writes_bytes_as_characters() throws IOException {
    String garbled =
        new String("Café 🌊".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    Path zip =
        Found.zip(
            folder.resolve("instagram.zip"),
            "your_instagram_activity/media/posts_1.json",
            """
            [{"media": [{"uri": "media/posts/201905/1.jpg", "creation_timestamp": 1556892000,
              "title": ""}, {"uri": "media/posts/201905/gone.jpg"}], "title": "%s"}]
            """
                .formatted(garbled),
            "media/posts/201905/1.jpg",
            "one",
            "your_instagram_activity/messages/inbox/ben/photos/2.jpg",
            "two");

    Found found = Found.in(false, zip);

    assertThat(found.photos.keySet()).containsExactly("media/posts/201905/1.jpg");
    assertThat(found.caption("media/posts/201905/1.jpg")).isEqualTo("Café 🌊");
    assertThat(found.missing)
        .containsExactly("your_instagram_activity/media/posts_1.json: media/posts/201905/gone.jpg");
    assertThat(found.refused).hasSize(1);
  }

  @Test
  void older_exports_of_instagram_have_one_list() throws IOException {
    Path zip =
        Found.zip(
            folder.resolve("old.zip"),
            "media.json",
            """
            {"photos": [{"caption": "Old", "taken_at": "2016-02-03T10:11:12+00:00",
              "path": "photos/201602/a.jpg"}], "videos": []}
            """,
            "photos/201602/a.jpg",
            "one");

    Found found = Found.in(false, zip);

    assertThat(found.caption("photos/201602/a.jpg")).isEqualTo("Old");
    assertThat(Objects.requireNonNull(found.photo("photos/201602/a.jpg").about().taken()).at())
        .isEqualTo(1_454_494_272_000L);
  }

  @Test
  void a_file_that_is_described_twice_is_one_photo_and_not_missing() throws IOException {
    Path zip =
        Found.zip(
            folder.resolve("twice.zip"),
            "posts_1.json",
            """
            [{"uri": "media/posts/1.jpg", "title": "First"},
             {"uri": "media/posts/1.jpg", "title": "Again"}]
            """,
            "media/posts/1.jpg",
            "one");

    Found found = Found.in(false, zip);

    assertThat(found.caption("media/posts/1.jpg")).isEqualTo("First");
    assertThat(found.missing).isEmpty();
  }
}
