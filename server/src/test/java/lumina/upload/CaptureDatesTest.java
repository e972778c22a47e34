package lumina.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lumina.Form;
import lumina.Person;
import lumina.ServerTest;
import lumina.media.Exif;
import lumina.media.Pictures;
import lumina.media.TiffBlock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Which dates photos have: those that can be, whoever says them, and which of several.
@ServerTest
class CaptureDatesTest {
  private static final long HINT = Instant.parse("2019-08-07T06:05:04Z").toEpochMilli();

  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
  }

  private JsonNode upload(byte[] file, long hint) {
    Form form = new Form().field("taken_hint", String.valueOf(hint)).file("x.jpg", file);
    return ann.upload(form).expect(201).json();
  }

  private static String path(JsonNode photo) {
    return "/api/photos/" + photo.get("photo_id").asString();
  }

  private static String said(JsonNode photo) {
    return "%s %s %s"
        .formatted(
            photo.get("taken_at").asLong(),
            photo.get("taken_from").asString(),
            photo.get("taken_offset"));
  }

  /// @param at milliseconds since 1970
  record Date(long at, boolean possible) {}

  /// The first photograph was taken in 1826; clocks go ahead by two days at most.
  static Stream<Date> dates() {
    long first = Instant.parse("1826-01-01T00:00:00Z").toEpochMilli();
    long ahead = System.currentTimeMillis() + Duration.ofDays(2).toMillis();
    long hour = Duration.ofHours(1).toMillis();
    return Stream.of(
        new Date(first, true),
        new Date(first - 1, false),
        new Date(0, true),
        new Date(ahead - hour, true),
        new Date(ahead + hour, false));
  }

  @ParameterizedTest
  @MethodSource("dates")
  void no_way_leads_to_a_date_that_cannot_be(Date date) {
    byte[] plain = Pictures.photo(60, 40);
    JsonNode hinted = upload(plain, date.at());
    assertThat(hinted.get("taken_from").asString()).isEqualTo(date.possible() ? "file" : "upload");
    if (date.possible()) {
      assertThat(hinted.get("taken_at").asLong()).isEqualTo(date.at());
    }
    JsonNode photo = upload(plain, HINT);
    Map<String, Object> edit = Map.of("taken_at", date.at(), "caption", "then");
    assertThat(ann.patch(path(photo), edit).status()).isEqualTo(date.possible() ? 200 : 400);
    JsonNode edited = ann.get(path(photo)).json();
    assertThat(said(edited))
        .isEqualTo(date.possible() ? date.at() + " person null" : HINT + " file null");
    assertThat(edited.get("caption").asString()).isEqualTo(date.possible() ? "then" : "");
    JsonNode other = upload(plain, HINT);
    JsonNode shifted =
        ann.post(
                "/api/photos/batch",
                Map.of(
                    "photo_ids",
                    List.of(other.get("photo_id").asString()),
                    "taken_shift",
                    date.at() - HINT))
            .expect(200)
            .json();
    assertThat(shifted.get("failed").findValuesAsString("code"))
        .isEqualTo(date.possible() ? List.of() : List.of("impossible_date"));
    assertThat(said(ann.get(path(other)).json()))
        .isEqualTo(date.possible() ? date.at() + " person null" : HINT + " file null");
  }

  @Test
  void the_date_of_the_file_comes_back_when_its_owner_takes_theirs_back() {
    JsonNode photo = upload(Pictures.photo(60, 40), HINT);
    for (String date : List.of("0", "1000", "null", "null")) {
      ann.json("PATCH", path(photo), "{\"taken_at\":%s}".formatted(date)).expect(200);
    }
    assertThat(said(ann.get(path(photo)).json())).isEqualTo(HINT + " file null");
  }

  /// What a file says, and where the clock was, is better than what its sender says of it.
  @ParameterizedTest
  @CsvSource({
    "2024:05:01 12:30:15, +05:45, 1714566615000 exif 345",
    "2024:05:01 12:30:15, -10:00, 1714566615000 exif -600",
    "2024:05:01 12:30:15, , 1714566615000 exif null",
    "0000:00:00 00:00:00, +05:45, 1565157904000 file null",
    "1825:12:31 23:59:59, , 1565157904000 file null",
    "2124:05:01 12:30:15, , 1565157904000 file null"
  })
  void a_shifted_date_keeps_its_offset_and_a_chosen_one_has_none(
      String written, String offset, String expected) {
    Map<Integer, Object> tags =
        offset == null ? Map.of(0x9003, written) : Map.of(0x9003, written, 0x9011, offset);
    byte[] file =
        Exif.inJpeg(Pictures.photo(60, 40), TiffBlock.exif(Map.of(0x10F, "Maker"), tags, Map.of()));
    JsonNode photo = upload(file, HINT);
    assertThat(said(photo)).isEqualTo(expected);
    String id = photo.get("photo_id").asString();
    ann.post("/api/photos/batch", Map.of("photo_ids", List.of(id), "taken_shift", 60_000))
        .expect(200);
    long at = photo.get("taken_at").asLong();
    String shifted = at + 60_000 + " person " + photo.get("taken_offset");
    assertThat(said(ann.get(path(photo)).json())).isEqualTo(shifted);
    ann.patch(path(photo), Map.of("taken_at", at)).expect(200);
    assertThat(said(ann.get(path(photo)).json())).isEqualTo(at + " person null");
    ann.json("PATCH", path(photo), "{\"taken_at\":null}").expect(200);
    assertThat(said(ann.get(path(photo)).json())).isEqualTo(expected);
  }

  @Test
  void everyone_who_sees_a_photo_sees_when_it_was_taken() {
    JsonNode photo = upload(Pictures.photo(60, 40), HINT);
    Person bob = Person.signUp(port);
    for (Person viewer : List.of(ann, bob, Person.stranger(port))) {
      assertThat(said(viewer.get(path(photo)).expect(200).json())).isEqualTo(HINT + " file null");
    }
  }
}
