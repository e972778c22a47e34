package lumina.imports.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TakeoutCopiesTest {
  private static final int PHOTOS = 100;

  private final Map<String, Integer> opened = new HashMap<>();

  private SourceFile file(String path, String content) {
    return new SourceFile(
        path,
        Path.of("/"),
        content.length(),
        0,
        () -> {
          opened.merge(path, 1, Integer::sum);
          return new ByteArrayInputStream(content.getBytes(UTF_8));
        });
  }

  @Test
  void each_photo_is_read_once_however_many_have_its_size() {
    List<SourceFile> files = new ArrayList<>();
    for (int i = 0; i < PHOTOS; i++) {
      files.add(file("Takeout/with%d/IMG.jpg".formatted(i), "photo %03d".formatted(i)));
      files.add(
          file(
              "Takeout/with%d/IMG.jpg.json".formatted(i),
              "{\"description\": \"number %d\"}".formatted(i)));
      files.add(file("Takeout/without%d/IMG.jpg".formatted(i), "photo %03d".formatted(i)));
    }
    Found found = new Found();
    new Takeout(false, found).read(new Unclaimed(files));

    assertThat(found.caption("Takeout/without99/IMG.jpg")).isEqualTo("number 99");
    opened.keySet().removeIf(path -> path.endsWith(".json"));
    assertThat(opened).hasSize(2 * PHOTOS).allSatisfy((path, times) -> assertThat(times).isOne());
  }
}
