package lumina.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import lumina.Form;
import lumina.Person;
import lumina.ServerTest;
import lumina.media.Capture;
import lumina.media.Exif;
import lumina.media.Pictures;
import lumina.media.TiffBlock;
import lumina.photo.detail.PhotoItems;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// How photos were taken: from the file to those who may know it.
@ServerTest
class CaptureTest {
  private static final long TAKEN = Instant.parse("2024-05-01T12:30:15.250Z").toEpochMilli();
  private static final long SENT = Instant.parse("2019-08-07T06:05:04Z").toEpochMilli();

  @LocalServerPort private int port;
  @Autowired private CaptureBackfill backfill;
  @Autowired private PhotoItems items;
  @Autowired private JdbcClient sql;
  private Person ann = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
  }

  private static byte[] photoOfCamera() {
    return Exif.inJpeg(
        Pictures.photo(60, 40),
        TiffBlock.exif(
            Map.of(0x10F, "Maker", 0x110, "Model 3"),
            Map.of(
                0x829A, new int[] {1, 250},
                0x8827, 200,
                0x9003, "2024:05:01 12:30:15",
                0x9011, "+05:45",
                0x9291, "25",
                0xA434, "35mm f/2"),
            Map.of(
                1,
                "N",
                2,
                new int[] {52, 1, 30, 1, 0, 1},
                3,
                "W",
                4,
                new int[] {13, 1, 15, 1, 0, 1})));
  }

  private JsonNode upload(byte[] file, String... fields) {
    Form form = new Form().file("x.jpg", file);
    for (int i = 0; i < fields.length; i += 2) {
      form.field(fields[i], fields[i + 1]);
    }
    return ann.upload(form).expect(201).json();
  }

  private static String path(JsonNode photo) {
    return "/api/photos/" + photo.get("photo_id").asString();
  }

  @Test
  void a_photo_tells_its_owner_how_it_was_taken() {
    JsonNode sent = upload(photoOfCamera(), "taken_hint", String.valueOf(SENT));
    for (JsonNode photo : List.of(sent, ann.get(path(sent)).expect(200).json())) {
      assertThat(photo.get("taken_at").asLong()).isEqualTo(TAKEN);
      assertThat(photo.get("taken_offset").asInt()).isEqualTo(345);
      assertThat(photo.get("taken_from").asString()).isEqualTo("exif");
      assertThat(photo.get("camera").toString())
          .isEqualTo(
              "{\"make\":\"Maker\",\"model\":\"Model 3\",\"lens\":\"35mm f/2\","
                  + "\"exposure_time\":0.004,\"iso\":200}");
      assertThat(photo.get("place").toString())
          .isEqualTo("{\"latitude\":52.5,\"longitude\":-13.25}");
    }
  }

  @Test
  void a_file_that_does_not_tell_its_time_was_taken_when_its_sender_says_or_now() {
    byte[] plain = Pictures.photo(60, 40);
    JsonNode hinted = upload(plain, "taken_hint", String.valueOf(SENT));
    assertThat(hinted.get("taken_at").asLong()).isEqualTo(SENT);
    assertThat(hinted.get("taken_from").asString()).isEqualTo("file");
    long ahead = System.currentTimeMillis() + 3 * 86_400_000L;
    for (long impossible : List.of(Long.MIN_VALUE, -5_000_000_000_000L, ahead, Long.MAX_VALUE)) {
      JsonNode photo = upload(plain, "taken_hint", String.valueOf(impossible));
      assertThat(photo.get("taken_at").asLong()).isEqualTo(photo.get("created_at").asLong());
      assertThat(photo.get("taken_from").asString()).isEqualTo("upload");
      assertThat(photo.get("camera").isNull()).isTrue();
      assertThat(photo.get("place").isNull()).isTrue();
    }
    ann.upload(new Form().file("x.jpg", plain).field("taken_hint", "today")).expect(400);
  }

  @Test
  void the_owner_changes_the_date_and_goes_back_to_what_the_file_says() {
    String path = path(upload(photoOfCamera()));
    JsonNode changed = ann.patch(path, Map.of("taken_at", SENT)).expect(200).json();
    assertThat(changed.get("taken_at").asLong()).isEqualTo(SENT);
    assertThat(changed.get("taken_offset").isNull()).isTrue();
    assertThat(changed.get("taken_from").asString()).isEqualTo("person");
    assertThat(ann.patch(path, Map.of("caption", "x")).json().get("taken_at").asLong())
        .isEqualTo(SENT);
    JsonNode back = ann.json("PATCH", path, "{\"taken_at\":null}").expect(200).json();
    assertThat(back.get("taken_at").asLong()).isEqualTo(TAKEN);
    assertThat(back.get("taken_from").asString()).isEqualTo("exif");
    String plain = path(upload(Pictures.photo(60, 40)));
    ann.patch(plain, Map.of("taken_at", -1)).expect(200);
    assertThat(ann.json("PATCH", plain, "{\"taken_at\":null}").json().get("taken_from").asString())
        .isEqualTo("upload");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "\"2024\"", "true", "[]", "{}", "1e30", "-9223372036854775808"})
  void a_date_that_cannot_be_is_refused(String date) {
    String path = path(upload(photoOfCamera()));
    ann.json("PATCH", path, "{\"taken_at\":%s}".formatted(date))
        .expectProblem(400, "impossible_date");
    Person bob = Person.signUp(port);
    bob.json("PATCH", path, "{\"taken_at\":1}").expectProblem(403, "not_yours");
  }

  /// Which of camera and place each viewer learns, on every surface that shows photos.
  @ParameterizedTest
  @CsvSource({
    "owner, true, true, camera place", "owner, false, false, camera place",
    "friend, true, true, camera place", "friend, true, false, camera",
    "friend, false, true, place", "friend, false, false, ''",
    "stranger, true, true, camera", "stranger, false, true, ''",
    "anonymous, true, true, camera", "anonymous, false, true, ''"
  })
  void people_learn_what_the_owner_shares(
      String who, boolean camera, boolean place, String expected) throws IOException {
    Person viewer =
        switch (who) {
          case "owner" -> ann;
          case "anonymous" -> Person.stranger(port);
          default -> Person.signUp(port);
        };
    if (who.equals("friend")) {
      viewer.befriend(ann);
    }
    String word = "w" + Long.toString(System.nanoTime(), 36);
    JsonNode sent = upload(photoOfCamera(), "caption", word, "tags", word);
    Map<String, Object> settings = Map.of("share_camera", camera, "share_place", place);
    JsonNode account = ann.patch("/api/account", settings).expect(200).json();
    assertThat(account.get("share_camera").asBoolean()).isEqualTo(camera);
    assertThat(account.get("share_place").asBoolean()).isEqualTo(place);

    assertThat(learned(viewer.get(path(sent)).expect(200).json())).isEqualTo(expected);
    if (!who.equals("anonymous")) {
      for (String list :
          List.of(
              "scope=profile&user_id=" + ann.id(),
              "scope=profile&order=taken&user_id=" + ann.id(),
              "scope=all&q=" + word,
              "scope=all&tag=" + word)) {
        JsonNode found = viewer.get("/api/photos?" + list).expect(200).json().get(0);
        assertThat(learned(found)).as(list).isEqualTo(expected);
      }
      String export = exported(viewer);
      assertThat(export.contains("Maker")).isEqualTo(viewer.equals(ann));
      assertThat(export.contains("latitude")).isEqualTo(viewer.equals(ann));
    }
  }

  private static String learned(JsonNode photo) {
    assertThat(photo.get("taken_at").asLong()).isEqualTo(TAKEN);
    String camera = photo.get("camera").isNull() ? "" : "camera";
    return (camera + (photo.get("place").isNull() ? "" : " place")).strip();
  }

  private static String exported(Person person) throws IOException {
    byte[] zip = person.get("/api/account/download").expect(200).bytes();
    try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip))) {
      StringBuilder texts = new StringBuilder();
      for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
        if (file.getName().endsWith(".json")) {
          texts.append(new String(files.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
      return texts.toString();
    }
  }

  @Test
  void others_who_look_with_the_eyes_of_friends_learn_what_friends_do() {
    upload(photoOfCamera());
    assertThat(learned(previewed("friend"))).isEqualTo("camera");
    ann.patch("/api/account", Map.of("share_place", true)).expect(200);
    assertThat(learned(previewed("friend"))).isEqualTo("camera place");
    assertThat(learned(previewed("public"))).isEqualTo("camera");
  }

  private JsonNode previewed(String eyes) {
    return ann.get("/api/photos?scope=profile&view_as=" + eyes).expect(200).json().get(0);
  }

  @Test
  void photos_of_older_versions_are_asked_later_how_they_were_taken() {
    JsonNode old = upload(photoOfCamera());
    JsonNode dated = upload(photoOfCamera());
    for (JsonNode photo : Arrays.asList(old, dated)) {
      forget(photo.get("photo_id").asString());
    }
    ann.patch(path(dated), Map.of("taken_at", SENT)).expect(200);
    JsonNode before = ann.get(path(old)).expect(200).json();
    assertThat(before.get("taken_from").asString()).isEqualTo("upload");
    assertThat(before.get("taken_at").asLong()).isEqualTo(before.get("created_at").asLong());
    backfill.read();
    assertThat(learned(ann.get(path(old)).expect(200).json())).isEqualTo("camera place");
    JsonNode kept = ann.get(path(dated)).expect(200).json();
    assertThat(kept.get("taken_at").asLong()).isEqualTo(SENT);
    assertThat(kept.get("camera").isNull()).isFalse();
  }

  /// Leaves the rows as a version wrote them that knows nothing of captures.
  private void forget(@Nullable String photoId) {
    items.describe(String.valueOf(photoId), Capture.UNKNOWN);
    sql.sql(
            """
            UPDATE photos SET captured = 0, taken_at = NULL, taken_offset = NULL, taken_from = NULL
            WHERE photo_id = :id
            """)
        .param("id", photoId)
        .update();
  }
}
