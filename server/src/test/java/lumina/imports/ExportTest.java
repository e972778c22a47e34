package lumina.imports;

import static lumina.imports.HandedImport.count;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lumina.Form;
import lumina.Person;
import lumina.ServerTest;
import lumina.access.Audience;
import lumina.media.Clips;
import lumina.media.Pictures;
import lumina.storage.DataFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What people download of their account, imported into another one.
@ServerTest
class ExportTest {
  private static final byte[] PICTURE = Pictures.photo(80, 60);

  @LocalServerPort private int port;
  @Autowired private DataFolder data;
  @Autowired private JsonMapper json;
  @TempDir private Path folder;
  private Person ann = Person.stranger(0);
  private Person other = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
    other = Person.signUp(port);
  }

  private String upload(Form form) {
    return ann.upload(form).expect(201).json().get("photo_id").asString();
  }

  private void album(String title, String... photoIds) {
    described(title, "North", photoIds);
  }

  private void described(String title, String description, String... photoIds) {
    String album = made(ann, title, description);
    String photos = json.writeValueAsString(Map.of("photo_ids", photoIds));
    ann.json("PUT", "/api/albums/" + album + "/photos", photos).expect(200);
  }

  private static String made(Person person, String title, String description) {
    return person
        .post("/api/albums", Map.of("title", title, "description", description))
        .expect(201)
        .json()
        .get("album_id")
        .asString();
  }

  private void comment(String photo, String text) {
    ann.post("/api/photos/" + photo + "/comments", Map.of("text", text)).expect(201);
  }

  private List<JsonNode> imported(Path export) throws IOException {
    return imported(other, export);
  }

  private List<JsonNode> imported(Person person, Path export) throws IOException {
    return new HandedImport(data, json, folder).run(person, Audience.PRIVATE, export);
  }

  private Path export(Person person) throws IOException {
    byte[] zip = person.get("/api/account/download").expect(200).bytes();
    return Files.write(folder.resolve(person.name() + ".zip"), zip);
  }

  private JsonNode manifest(Path export) throws IOException {
    try (var zip = new java.util.zip.ZipFile(export.toFile())) {
      return json.readTree(zip.getInputStream(zip.getEntry("manifest.json")));
    }
  }

  private static List<JsonNode> photos(Person person) {
    return List.copyOf(person.get("/api/photos?scope=profile").expect(200).json().values());
  }

  private static List<JsonNode> albums(Person person) {
    return List.copyOf(person.get("/api/albums").expect(200).json().values());
  }

  private String captioned(String caption) {
    return photos(other).stream()
        .filter(photo -> photo.get("caption").asString().equals(caption))
        .map(photo -> photo.get("photo_id").asString())
        .findAny()
        .orElseThrow();
  }

  @Test
  void an_export_that_is_imported_elsewhere_has_the_same_manifest() throws Exception {
    String first =
        upload(
            new Form()
                .field("caption", "Boat")
                .field("topic", "Sea")
                .field("tags", "water,dawn")
                .file("boat 1.jpg", PICTURE)
                .file("motion", "boat 1.mov", Clips.mp4()));
    String second = ann.uploadPhoto("taken_hint", "1200000000000", "audience", "private");
    String binned = ann.uploadPhoto();
    ann.post("/api/photos/" + binned + "/trash").expect(200);
    ann.patch("/api/photos/" + second, Map.of("taken_at", 1_000_000_000_000L)).expect(200);
    comment(first, "Mine");
    other.post("/api/photos/" + first + "/comments", Map.of("text", "Theirs")).expect(201);
    album("Trip", second, first);
    Path export = export(ann);
    assertThat(manifest(export).toString()).contains("Mine").doesNotContain("Theirs");

    assertThat(count(imported(export), "added")).isEqualTo(3); // with the movie
    assertThat(photos(other))
        .filteredOn(photo -> photo.get("motion").asBoolean())
        .extracting(photo -> photo.get("caption").asString())
        .containsExactly("Boat");
    assertThat(manifest(export(other))).isEqualTo(manifest(export));
    assertThat(manifest(export).get("photos")).hasSize(2);
    assertThat(manifest(export).get("albums").get(0).get("photos")).hasSize(2);
  }

  /// The first copy is in an album and has a comment, the second one moves.
  private Path exportOfCopies() throws IOException {
    String first = upload(new Form().field("caption", "First").file("1.jpg", PICTURE));
    String second =
        upload(
            new Form()
                .field("caption", "Second")
                .field("tags", "twin")
                .file("2.jpg", PICTURE)
                .file("motion", "2.mov", Clips.mp4()));
    String third = upload(new Form().field("caption", "Third").file("3.jpg", PICTURE));
    album("Trip", third, first);
    album("Twins", second, third);
    comment(first, "Mine");
    comment(second, "Mine, too");
    return export(ann);
  }

  @Tag("local")
  @Test
  void photos_of_one_file_stay_several_each_with_what_belongs_to_it() throws Exception {
    Path export = exportOfCopies();
    assertThat(count(imported(export), "added")).isEqualTo(4); // with the movie
    assertThat(manifest(export(other))).isEqualTo(manifest(export));
    assertThat(manifest(export).get("photos")).hasSize(3);
    assertThat(manifest(export).get("albums").get(1).get("photos")).hasSize(2);
  }

  @Tag("local")
  @Test
  void an_export_adds_nothing_twice_and_brings_back_the_copy_that_is_missing() throws Exception {
    Path export = exportOfCopies();
    var _ = imported(export);
    assertThat(count(imported(export), "here_already")).isEqualTo(4);
    for (String caption : List.of("First", "Second")) {
      other.delete("/api/photos/" + captioned(caption)).expect(200);
      assertThat(count(imported(export), "here_already")).isLessThan(4);
      assertThat(photos(other)).hasSize(3);
    }
    assertThat(manifest(export(other)).get("photos")).isEqualTo(manifest(export).get("photos"));
  }

  @Test
  void a_photo_that_was_here_before_is_one_of_several_of_its_file() throws Exception {
    other.upload(new Form().field("caption", "Before").file("1.jpg", PICTURE)).expect(201);
    Path export = exportOfCopies();
    for (int times = 0; times < 2; times++) {
      var _ = imported(export);
      assertThat(photos(other))
          .extracting(photo -> photo.get("caption").asString())
          .hasSize(3)
          .contains("Before");
    }
  }

  @Test
  void two_exports_in_one_import_come_in_both_with_what_belongs_to_them() throws Exception {
    Path copies = exportOfCopies();
    Person ben = Person.signUp(port);
    ben.upload(new Form().field("caption", "Fourth").file("4.jpg", Pictures.photo(60, 80)))
        .expect(201);
    var _ = new HandedImport(data, json, folder).run(other, Audience.PRIVATE, export(ben), copies);
    assertThat(photos(other))
        .extracting(photo -> photo.get("caption").asString())
        .containsExactlyInAnyOrder("First", "Second", "Third", "Fourth");
    assertThat(albums(other)).hasSize(2);
  }

  /// The last two differ only in their photos.
  private Path exportOfNamesakes() throws IOException {
    String first = ann.uploadPhoto();
    String second = upload(new Form().file("2.jpg", PICTURE));
    described("Trip", "two", second);
    described("Trip", "one", first, second);
    described("trip", "one", second);
    described("Trip", "two", first);
    return export(ann);
  }

  @Tag("local")
  @Test
  void albums_with_the_same_title_stay_several_however_often_they_are_imported() throws Exception {
    Path export = exportOfNamesakes();
    JsonNode exported = manifest(export);
    for (Person person : List.of(other, other, ann)) {
      var _ = imported(person, export);
      assertThat(manifest(export(person))).isEqualTo(exported);
      assertThat(albums(person)).hasSize(4);
    }
  }

  @Tag("local")
  @Test
  void an_album_without_photos_comes_back_once_however_often_it_is_imported() throws Exception {
    var _ = made(ann, "Plans", "Summer");
    Path export = export(ann);
    for (int times = 0; times < 2; times++) {
      var _ = imported(export);
      assertThat(albums(other))
          .singleElement()
          .satisfies(it -> assertThat(it.get("title").asString()).isEqualTo("Plans"))
          .satisfies(it -> assertThat(it.get("description").asString()).isEqualTo("Summer"));
    }
    assertThat(manifest(export(other))).isEqualTo(manifest(export));
  }

  @Test
  void an_import_fills_the_albums_that_an_interrupted_one_has_only_made() throws Exception {
    Path export = exportOfNamesakes();
    var _ = made(other, "Trip", "two");
    var _ = made(other, "Trip", "two");
    var _ = imported(export);
    assertThat(manifest(export(other))).isEqualTo(manifest(export));
    assertThat(albums(other)).hasSize(4);
  }
}
