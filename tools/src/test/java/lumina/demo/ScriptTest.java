package lumina.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The script, and the folder `demo` with its pictures, which are not in the jar.
class ScriptTest {
  private static final Path FOLDER = Path.of("..", "demo");
  private static final long MOST_BYTES = 300_000;
  private static final long MOST_BYTES_TOGETHER = 3_000_000;
  private final Script script = Script.read();

  @Test
  void each_photo_of_the_demo_has_its_picture_a_description_and_a_topic() {
    assertThat(names("photos"))
        .containsExactlyInAnyOrderElementsOf(
            script.photos().stream().map(Script.Upload::file).toList())
        .hasSizeGreaterThanOrEqualTo(8 + 24);
    assertThat(script.photos())
        .allSatisfy(photo -> assertThat(photo.alt()).isNotBlank())
        .allSatisfy(photo -> assertThat(photo.topic()).isNotBlank());
  }

  @Test
  void everybody_in_the_demo_has_a_face_a_name_and_a_bio() {
    assertThat(names("faces"))
        .containsExactlyInAnyOrderElementsOf(
            script.people().stream().map(Script.Profile::username).toList());
    assertThat(script.people())
        .allSatisfy(person -> assertThat(person.name()).isNotBlank())
        .allSatisfy(person -> assertThat(person.bio()).isNotBlank());
  }

  @Test
  void the_pictures_of_the_demo_are_small() {
    List<Long> sizes =
        Stream.of("photos", "faces").flatMap(it -> files(it).stream()).map(File::length).toList();
    assertThat(sizes).allSatisfy(size -> assertThat(size).isLessThan(MOST_BYTES));
    assertThat(sizes.stream().mapToLong(size -> size).sum()).isLessThan(MOST_BYTES_TOGETHER);
  }

  @Test
  void nobody_acts_twice_on_a_photo() {
    assertThat(script.acts().stream().map(act -> act.by() + " " + act.photo()))
        .doesNotHaveDuplicates();
    assertThat(script.acts())
        .filteredOn(act -> act.comment() == null)
        .noneMatch(
            act ->
                script.photo(act.photo()).likedBy().stream()
                    .anyMatch(like -> like.by().equals(act.by())));
  }

  private static List<String> names(String folder) {
    return files(folder).stream().map(file -> file.getName().replace(".webp", "")).toList();
  }

  private static List<File> files(String folder) {
    return Arrays.asList(Objects.requireNonNull(FOLDER.resolve(folder).toFile().listFiles()));
  }
}
