package lumina.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static lumina.imports.HandedImport.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lumina.Answer;
import lumina.Form;
import lumina.Person;
import lumina.ServerTest;
import lumina.access.Audience;
import lumina.live.Listener;
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

/// Imports that commands hand over to a running server.
@ServerTest
class ImportTest {
  private static final String ABOUT =
      """
      {"title": "IMG_1.jpg", "description": "%s", "photoTakenTime": {"timestamp": "1556892000"},
       "geoData": {"latitude": 38.7, "longitude": -9.1}}
      """;

  @LocalServerPort private int port;
  @Autowired private DataFolder data;
  @Autowired private JsonMapper json;
  @TempDir private Path folder;
  private Person ann = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
  }

  private List<JsonNode> run(Person person, Audience audience, Path... paths) throws IOException {
    return new HandedImport(data, json, folder).run(person, audience, paths);
  }

  private static List<JsonNode> list(Answer answer) {
    return List.copyOf(answer.expect(200).json().values());
  }

  private Path zip(Map<String, byte[]> files) throws IOException {
    return Files.write(folder.resolve("takeout.zip"), Zips.of(files));
  }

  private Path takeout(String caption) throws IOException {
    byte[] sea = Pictures.photo(90, 60);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("Takeout/Google Photos/Photos from 2019/IMG_1.jpg", sea);
    files.put(
        "Takeout/Google Photos/Photos from 2019/IMG_1.jpg.json",
        ABOUT.formatted(caption).getBytes(UTF_8));
    files.put("Takeout/Google Photos/Lisbon/IMG_1.jpg", sea);
    files.put(
        "Takeout/Google Photos/Lisbon/IMG_1.jpg.json", ABOUT.formatted(caption).getBytes(UTF_8));
    files.put(
        "Takeout/Google Photos/Lisbon/metadata.json", "{\"title\": \"Lisbon\"}".getBytes(UTF_8));
    files.put("Takeout/Google Photos/Lisbon/IMG_2.jpg", Pictures.photo(60, 90));
    files.put("Takeout/Google Photos/Lisbon/notes.txt", "no picture".getBytes(UTF_8));
    return zip(files);
  }

  @Tag("local")
  @Test
  void the_movie_of_a_picture_that_cannot_be_read_comes_in_alone() throws Exception {
    Path zip = zip(Map.of("a/IMG_5.JPG", "junk".getBytes(UTF_8), "a/IMG_5.MOV", Clips.mp4()));
    List<JsonNode> report = run(ann, Audience.PRIVATE, zip);
    assertThat(count(report, "added")).isEqualTo(1);
    assertThat(count(report, "not_read")).isEqualTo(1);
    assertThat(photos(ann))
        .singleElement()
        .satisfies(it -> assertThat(it.get("kind").asString()).isEqualTo("video"));
  }

  @Tag("local")
  @Test
  void a_picture_whose_movie_cannot_be_read_comes_in_alone() throws Exception {
    Path zip =
        zip(Map.of("a/IMG_4.JPG", Pictures.photo(90, 60), "a/IMG_4.MOV", Clips.undecodable()));
    List<JsonNode> report = run(ann, Audience.PRIVATE, zip);
    assertThat(report)
        .extracting(line -> line.get("file").asString(), line -> line.get("outcome").asString())
        .containsExactlyInAnyOrder(tuple("a/IMG_4.JPG", "added"), tuple("a/IMG_4.MOV", "not_read"));
    assertThat(photos(ann))
        .singleElement()
        .satisfies(it -> assertThat(it.get("motion").asBoolean()).isFalse());
  }

  @Tag("local")
  @Test
  void a_dry_run_says_of_each_file_what_comes_of_it() throws Exception {
    Path zip = takeout("The sea");
    Path moving = Files.createDirectory(folder.resolve("moving"));
    Files.write(moving.resolve("IMG_7.JPG"), Pictures.photo(60, 80));
    Files.write(moving.resolve("IMG_7.MOV"), Clips.mp4());
    List<JsonNode> said = new HandedImport(data, json, folder).tryOut(ann, zip, moving);
    assertThat(photos(ann)).isEmpty();
    List<JsonNode> done = run(ann, Audience.PRIVATE, zip, moving);
    for (String outcome : List.of("added", "here_already", "not_read")) {
      assertThat(count(said, outcome)).as(outcome).isEqualTo(count(done, outcome)).isPositive();
    }
  }

  @Tag("local")
  @Test
  void two_videos_of_one_name_come_in_both() throws Exception {
    byte[] other = Clips.mp4("-metadata", "comment=other");
    Path zip = zip(Map.of("a/IMG_6.HEIC", Clips.mp4(), "a/IMG_6.MOV", other));
    assertThat(count(run(ann, Audience.PRIVATE, zip), "added")).isEqualTo(2);
    assertThat(photos(ann)).hasSize(2);
  }

  @Test
  void the_movie_beside_a_motion_photo_is_its_moving_part_and_nothing_comes_twice()
      throws Exception {
    byte[] movie = Clips.mp4();
    byte[] picture = Pictures.photo(90, 60);
    byte[] both = motionPhoto(picture, movie);
    ann.upload(new Form().field("caption", "moves").file("PXL_2.MP.jpg", both)).expect(201);
    Map<String, byte[]> files = new LinkedHashMap<>();
    byte[] about = ABOUT.formatted("A wave").getBytes(UTF_8);
    files.put("Takeout/Google Photos/Photos from 2019/PXL_1.MP", movie);
    files.put("Takeout/Google Photos/Photos from 2019/PXL_1.MP.jpg", picture);
    files.put("Takeout/Google Photos/Photos from 2019/PXL_1.MP.jpg.json", about);
    files.put("Takeout/Google Photos/Photos from 2019/PXL_2.MP", movie);
    files.put("Takeout/Google Photos/Photos from 2019/PXL_2.MP.jpg", both);
    Path zip = zip(files);

    assertThat(count(run(ann, Audience.PRIVATE, zip), "added")).isEqualTo(2); // with the movie
    assertThat(count(run(ann, Audience.PRIVATE, zip), "here_already")).isEqualTo(4);

    assertThat(photos(ann))
        .allMatch(photo -> photo.get("motion").asBoolean())
        .extracting(photo -> photo.get("caption").asString())
        .containsExactlyInAnyOrder("A wave", "moves");
  }

  @Tag("local")
  @Test
  void a_motion_photo_that_also_has_its_movie_beside_it_is_one_photo() throws Exception {
    byte[] movie = Clips.mp4();
    byte[] both = motionPhoto(Pictures.photo(90, 60), movie);
    var _ = run(ann, Audience.PRIVATE, zip(Map.of("a/P.MP.jpg", both, "a/P.MP", movie)));
    var _ = run(ann, Audience.PRIVATE, zip(Map.of("b/P.MP.jpg", both)));
    assertThat(photos(ann))
        .singleElement()
        .satisfies(it -> assertThat(it.get("motion").asBoolean()).isTrue());
  }

  private static byte[] motionPhoto(byte[] picture, byte[] movie) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(picture);
    both.writeBytes(movie);
    return both.toByteArray();
  }

  @Tag("local")
  @Test
  void an_entry_of_a_zip_without_a_time_is_not_of_1980() throws Exception {
    Path zip = folder.resolve("undated.zip");
    try (ZipOutputStream entries = new ZipOutputStream(Files.newOutputStream(zip))) {
      ZipEntry entry = new ZipEntry("a/1.jpg");
      entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
      entries.putNextEntry(entry);
      entries.write(Pictures.photo(90, 60));
    }
    var _ = run(ann, Audience.PRIVATE, zip);
    assertThat(photos(ann))
        .singleElement()
        .satisfies(it -> assertThat(it.get("taken_from").asString()).isEqualTo("upload"))
        .satisfies(it -> assertThat(it.get("taken_at")).isEqualTo(it.get("created_at")));
  }

  private List<JsonNode> photos(Person person) {
    return list(person.get("/api/photos?scope=profile&user_id=" + person.id()));
  }

  @Test
  void a_takeout_arrives_once_privately_with_its_words_dates_places_and_albums() throws Exception {
    Path zip = takeout("The sea");

    List<JsonNode> report = run(ann, Audience.PRIVATE, zip);

    assertThat(count(report, "added")).isEqualTo(2);
    assertThat(count(report, "here_already")).isEqualTo(1);
    assertThat(count(report, "not_read")).isEqualTo(1);
    List<JsonNode> photos = photos(ann);
    assertThat(photos).hasSize(2);
    JsonNode sea =
        photos.stream()
            .filter(photo -> photo.get("caption").asString().equals("The sea"))
            .findAny()
            .orElseThrow();
    assertThat(sea.get("audience").asString()).isEqualTo("private");
    assertThat(sea.get("taken_at").asLong()).isEqualTo(1_556_892_000_000L);
    assertThat(sea.get("created_at").asLong()).isEqualTo(1_556_892_000_000L);
    assertThat(sea.get("place").get("latitude").asDouble()).isEqualTo(38.7);
    List<JsonNode> albums = list(ann.get("/api/albums"));
    assertThat(albums).hasSize(1);
    assertThat(albums.getFirst().get("title").asString()).isEqualTo("Lisbon");
    assertThat(albums.getFirst().get("count").asLong()).isEqualTo(2);

    List<JsonNode> again = run(ann, Audience.PRIVATE, zip);

    assertThat(count(again, "here_already")).isEqualTo(3);
    assertThat(photos(ann)).hasSize(2);
    assertThat(list(ann.get("/api/albums"))).hasSize(1);
  }

  @Test
  void imported_photos_make_no_noise() throws Exception {
    Person ben = Person.signUp(port);
    ann.befriend(ben);
    String posted = ann.uploadPhoto("audience", "friends");
    long notified = list(ben.get("/api/notifications")).size();

    var _ = run(ann, Audience.FRIENDS, takeout("Look @" + ben.name()));

    assertThat(photos(ben.get("/api/photos?scope=profile&user_id=" + ann.id()))).hasSize(3);
    for (Person person : List.of(ann, ben)) {
      assertThat(photos(person.get("/api/photos"))).containsExactly(posted);
      assertThat(photos(person.get("/api/photos?scope=home&q=look"))).isEmpty();
    }
    assertThat(list(ben.get("/api/notifications"))).hasSize((int) notified);
  }

  private static List<String> photos(Answer answer) {
    return list(answer).stream().map(photo -> photo.get("photo_id").asString()).toList();
  }

  @Test
  void an_imported_album_is_no_story_and_no_event_also_when_it_is_opened_to_friends()
      throws Exception {
    Person ben = Person.signUp(port);
    ann.befriend(ben);
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < 5; i++) {
      files.put("Trip/%d.jpg".formatted(i), Pictures.photo(60 + i, 40));
    }
    try (Listener socket = Listener.of(ben)) {
      assertThat(count(run(ann, Audience.FRIENDS, zip(files)), "added")).isEqualTo(5);
      String posted = ann.uploadPhoto("audience", "friends");
      assertThat(socket.nextOfAny().toString()).contains("photo_posted", posted);
    }
    JsonNode album = list(ann.get("/api/albums")).getFirst();
    assertThat(album.get("title").asString()).isEqualTo("Trip");
    assertThat(album.get("audience").asString()).isEqualTo("private");
    String path = "/api/albums/" + album.get("album_id").asString();
    ann.patch(path, Map.of("audience", "friends")).expect(200);
    for (Person person : List.of(ann, ben)) {
      assertThat(person.get(path).expect(200).json().get("count").asInt()).isEqualTo(5);
      assertThat(list(person.get("/api/albums/stories"))).isEmpty();
    }
  }

  @Test
  void nothing_is_left_behind() throws Exception {
    var _ = run(ann, Audience.PRIVATE, takeout("x"));

    List<Path> left;
    try (Stream<Path> files = Files.list(data.imports())) {
      left = files.toList();
    }
    // Some are of other tests, whose imports end, too.
    await().atMost(Duration.ofMinutes(5)).until(() -> left.stream().noneMatch(Files::exists));
  }
}
