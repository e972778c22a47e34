package lumina.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import lumina.Person;
import lumina.cli.CommandRun;
import lumina.cli.Served;
import lumina.media.ImageFormat;
import lumina.media.ImageSize;
import lumina.photo.detail.PhotoKeys;
import lumina.storage.sqlite.DatabaseSnapshot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows that no version of Lumina writes, and files that cannot be opened: each is one difference,
/// and what comes after it is checked.
class OddRowCheckTest {
  @TempDir private Path data;
  private String photo = "";
  private String other = "";
  private long ann;
  private final AtomicReference<JdbcClient> database = new AtomicReference<>();

  @BeforeEach
  void live() {
    try (Served server = Served.on(settings())) {
      Person person = server.stranger().signUp();
      ann = person.id();
      photo = person.uploadPhoto("topic", "Sea", "audience", "public");
      other = person.uploadPhoto("topic", "Sea", "audience", "public");
      person.put("/api/photos/" + photo + "/like").expect(200);
    }
    database.set(DatabaseSnapshot.open(data.resolve("lumina.db")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"clean", "format", "audience", "playback"})
  void a_row_with_an_unknown_word_is_named(String column) throws IOException {
    change("UPDATE photos SET %s = 'junk' WHERE photo_id = ?".formatted(column), photo);
    Files.delete(file(PhotoKeys.full(photo, ImageFormat.JPEG)));
    Files.delete(file(PhotoKeys.derived(other, ImageSize.THUMB)));

    assertThat(check(1))
        .contains("Photo %s has an unknown %s (junk)".formatted(photo, column))
        .contains("2 photos checked")
        .contains("Photo %s lacks ".formatted(other));
  }

  @Test
  void details_that_cannot_be_read_are_one_difference() throws IOException {
    change("UPDATE photo_items SET capture = 'iso=many' WHERE photo_id = ?", photo);
    Files.delete(file(PhotoKeys.derived(other, ImageSize.THUMB)));

    assertThat(check(1))
        .contains(
            "The details of photo %s cannot be read (For input string: \"many\")".formatted(photo))
        .contains("Photo %s lacks ".formatted(other))
        .endsWith("2 differences, 0 repaired.\n");
  }

  @Test
  void sides_of_no_pixels_are_measured_again() {
    change("UPDATE photo_items SET width = 0 WHERE photo_id = ?", photo);

    assertThat(check(0, "--repair"))
        .contains("The details of photo %s say that it has 0 ×".formatted(photo))
        .endsWith("1 differences, 1 repaired.\n");
    assertThat(check(0)).endsWith("All is well.\n");
  }

  @Test
  void a_time_in_no_month_is_replaced() {
    change(
        "UPDATE photos SET taken_at = 9223372036854775807, taken_from = 'person' WHERE photo_id = ?",
        photo);

    assertThat(check(1))
        .contains("Photo %s was taken at a time that is in no month".formatted(photo));
    assertThat(check(0, "--repair")).doesNotContain("not repaired");
    assertThat(check(0)).endsWith("All is well.\n");
  }

  @Test
  void an_unknown_reaction_and_a_block_of_oneself_are_named() {
    change("UPDATE photo_likes SET reaction = 'junk' WHERE photo_id = ?", photo);
    change("INSERT INTO blocks VALUES (?1, ?1, 1)", ann);

    assertThat(check(1, "--repair"))
        .contains("The reaction of person %d to photo %s is unknown (junk)".formatted(ann, photo))
        .contains("Person %d blocks themselves.".formatted(ann))
        .endsWith("2 differences, 1 repaired.\n");
  }

  @Test
  void a_folder_and_a_link_to_itself_make_way_for_files() throws IOException {
    Path folder = file(PhotoKeys.derived(photo, ImageSize.THUMB));
    Path link = file(PhotoKeys.derived(photo, ImageSize.SMALL));
    Files.delete(folder);
    Files.createDirectory(folder);
    loop(link);
    Files.delete(file(PhotoKeys.derived(other, ImageSize.THUMB)));

    assertThat(check(1))
        .contains(
            "Photo %s lacks %s and has damaged files: %s ("
                .formatted(
                    photo,
                    PhotoKeys.derived(photo, ImageSize.THUMB),
                    PhotoKeys.derived(photo, ImageSize.SMALL)))
        .contains("Photo %s lacks ".formatted(other));
    assertThat(check(0, "--repair")).endsWith("2 differences, 2 repaired.\n");
    assertThat(check(0)).endsWith("All is well.\n");
  }

  @Test
  void a_folder_with_files_in_it_stays_and_the_rest_is_repaired() throws IOException {
    Path folder = file(PhotoKeys.derived(photo, ImageSize.THUMB));
    Files.delete(folder);
    Files.createDirectory(folder);
    Files.writeString(folder.resolve("mine"), "x");
    Files.delete(file(PhotoKeys.derived(other, ImageSize.THUMB)));

    assertThat(check(1, "--repair"))
        .contains("not repaired: %s: Other files are in it".formatted(folder))
        .endsWith("2 differences, 1 repaired.\n");
    assertThat(folder.resolve("mine")).exists();
  }

  @Test
  void an_original_that_cannot_be_opened_is_one_difference() throws IOException {
    loop(file(PhotoKeys.full(photo, ImageFormat.JPEG)));
    Files.delete(file(PhotoKeys.derived(other, ImageSize.THUMB)));

    assertThat(check(1, "--repair"))
        .containsPattern(
            "The original of photo %s is unreadable, .*Too many levels".formatted(photo))
        .endsWith("2 differences, 1 repaired.\n");
  }

  private static void loop(Path link) throws IOException {
    Files.delete(link);
    Files.createSymbolicLink(link, link.getFileName());
  }

  private Path file(String key) {
    String name = key.substring(key.indexOf('/') + 1);
    String end = name.substring(0, name.indexOf('_'));
    Path shard =
        data.toAbsolutePath().resolve("images/photos").resolve(end.substring(end.length() - 2));
    if (!Files.exists(shard.resolve(name))) {
      throw new UncheckedIOException(new IOException(key));
    }
    return shard.resolve(name);
  }

  private void change(String statement, Object value) {
    assertThat(database.get().sql(statement).params(List.of(value)).update()).isEqualTo(1);
  }

  private String check(int code, String... options) {
    String[] words =
        options.length == 0 ? new String[] {"check"} : new String[] {"check", options[0]};
    CommandRun run = CommandRun.of(settings(), words);
    assertThat(run.exitCode()).as(run.said()).isEqualTo(code);
    return run.said();
  }

  private Map<String, String> settings() {
    return Map.of("LUMINA_DATA", data.toString());
  }
}
