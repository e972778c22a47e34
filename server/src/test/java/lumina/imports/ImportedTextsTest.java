package lumina.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lumina.Person;
import lumina.ServerTest;
import lumina.access.Audience;
import lumina.media.Pictures;
import lumina.storage.DataFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("local")
@ServerTest
class ImportedTextsTest {
  private static final int PAIRS = 8;

  @LocalServerPort private int port;
  @Autowired private DataFolder data;
  @Autowired private JsonMapper json;
  @TempDir private Path folder;

  private Person importing(Map<String, byte[]> files) throws IOException {
    Path zip = Files.write(folder.resolve("export.zip"), Zips.of(files));
    Person person = Person.signUp(port);
    var _ = new HandedImport(data, json, folder).run(person, Audience.PRIVATE, zip);
    return person;
  }

  @Test
  void of_copies_with_different_texts_the_first_one_becomes_the_photo() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (int i = 0; i < PAIRS; i++) {
      byte[] photo = Pictures.photo(60 + i, 40);
      for (String copy : new String[] {"first", "second"}) {
        String path = "Takeout/%d %s/IMG.jpg".formatted(i, copy);
        files.put(path, photo);
        files.put(path + ".json", "{\"description\": \"%s\"}".formatted(copy).getBytes(UTF_8));
      }
    }

    Person ann = importing(files);

    assertThat(ann.get("/api/photos?scope=profile&user_id=" + ann.id()).expect(200).all("caption"))
        .hasSize(PAIRS)
        .containsOnly("first");
  }

  @Test
  void long_tags_are_cut_and_as_many_are_kept_as_a_photo_may_have() throws IOException {
    String x = "x".repeat(50);
    String y = "Y".repeat(50);
    Stream<String> many = IntStream.range(0, 40).mapToObj(number -> "tag " + number);
    String tags =
        Stream.concat(Stream.of(x + "1", x + "2", "#" + y, "b".repeat(49) + "👍🏽", "#, "), many)
            .map("{\"tag\": \"%s\"}"::formatted)
            .collect(Collectors.joining(","));
    Person ann =
        importing(
            Map.of(
                "photo_4711000001.json",
                "{\"tags\": [%s]}".formatted(tags).getBytes(UTF_8),
                "boat_4711000001_o.jpg",
                Pictures.photo(60, 40)));

    JsonNode photo =
        ann.get("/api/photos?scope=profile&user_id=" + ann.id()).expect(200).json().get(0);
    assertThat(photo.get("tags").valueStream().map(JsonNode::asString))
        .hasSize(30)
        .startsWith(x, y.toLowerCase(Locale.ROOT), "b".repeat(49), "tag 0")
        .endsWith("tag 26");
  }

  @Test
  void comments_of_an_export_are_fitted_or_left_out() throws IOException {
    String comments = "[\"\", \"  \", \"%s\", null, 5, {}, \"ok\"]".formatted("y".repeat(3_000));
    Person ann =
        importing(
            Map.of(
                "account.json",
                "{}".getBytes(UTF_8),
                "photos.json",
                "[{\"photo_id\": \"a\", \"checksum\": \"c\"}]".getBytes(UTF_8),
                "manifest.json",
                "{\"photos\": [{\"checksum\": \"c\", \"comments\": %s}]}"
                    .formatted(comments)
                    .getBytes(UTF_8),
                "photos/a.jpg",
                Pictures.photo(60, 40)));

    String photo =
        ann.get("/api/photos?scope=profile&user_id=" + ann.id())
            .expect(200)
            .all("photo_id")
            .getFirst();
    assertThat(ann.get("/api/photos/" + photo + "/comments").expect(200).all("text"))
        .containsExactly("y".repeat(2_000), "ok");
  }
}
