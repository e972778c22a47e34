package lumina.upload.tus;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import lumina.album.Albums;
import lumina.blob.UploadParts;
import lumina.media.Pictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// What the protocol promises beside the bytes: headers, ends, limits, and uploads with a
/// beginning.
@ServerTest
class TusProtocolTest {
  private static final byte[] PHOTO = Pictures.photo(60, 45);
  private static final long LIMIT = 8 << 20;

  @LocalServerPort private int port;
  @Autowired private JdbcClient sql;
  private Person ann = Person.stranger(0);
  private TusClient tus = new TusClient(ann);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
    tus = new TusClient(ann);
  }

  private List<String> photos() {
    return ann.get("/api/photos?scope=profile").expect(200).all("photo_id");
  }

  private long uploads() {
    return sql.sql("SELECT count(*) FROM uploads WHERE user_id = :user")
        .param("user", ann.id())
        .query(Long.class)
        .single();
  }

  private static Duration untilItExpires(Answer answer) {
    String expires = String.valueOf(answer.header("Upload-Expires"));
    ZonedDateTime end = ZonedDateTime.parse(expires, DateTimeFormatter.RFC_1123_DATE_TIME);
    return Duration.between(Instant.now(), end.toInstant());
  }

  @Test
  void an_unfinished_upload_expires_after_a_week_and_a_finished_one_after_a_day() {
    Answer begun = tus.create(PHOTO.length).expect(201);
    String upload = String.valueOf(begun.header("Location"));
    for (Answer answer : List.of(begun, tus.send(upload, PHOTO, 0, 9), tus.head(upload))) {
      assertThat(untilItExpires(answer)).isBetween(Duration.ofMinutes(10_070), Duration.ofDays(7));
    }
    Answer done = tus.send(upload, PHOTO, 9, PHOTO.length).expect(204);
    assertThat(untilItExpires(done)).isBetween(Duration.ofMinutes(1_430), Duration.ofDays(1));
  }

  @Test
  void every_answer_names_the_version_and_no_cache_keeps_it() {
    String upload = tus.begin(PHOTO.length, "filename", "x.jpg", "topic", "Sea");
    Answer head = tus.head(upload).expect(200);
    assertThat(head.header("Upload-Metadata"))
        .isEqualTo(TusClient.metadata("filename", "x.jpg", "topic", "Sea"));
    Answer refused = tus.send(upload, PHOTO, 5, 9).expectProblem(409, "wrong_offset");
    for (Answer answer :
        List.of(head, refused, tus.send(upload, PHOTO, 0, 9), tus.end(upload).expect(204))) {
      assertThat(answer.header("Tus-Resumable")).isEqualTo("1.0.0");
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }
    HttpRequest.Builder old = ann.request(upload).header("Tus-Resumable", "0.2.2");
    Answer wrong = ann.send(old.DELETE()).expectProblem(412, "wrong_tus_version");
    assertThat(wrong.header("Tus-Version")).isEqualTo("1.0.0");
  }

  @Test
  void an_upload_that_was_ended_takes_no_more_bytes_and_a_photo_of_one_stays() {
    String upload = tus.begin(PHOTO.length);
    tus.send(upload, PHOTO, 0, 9).expect(204);
    tus.end(upload).expect(204);
    tus.send(upload, PHOTO, 9, PHOTO.length).expectProblem(404, "not_found");
    tus.end(upload).expectProblem(404, "not_found");
    assertThat(photos()).isEmpty();
    String other = tus.begin(PHOTO.length);
    String photo = TusClient.photo(tus.send(other, PHOTO, 0, PHOTO.length).expect(204));
    tus.end(other).expect(204);
    tus.head(other).expect(404);
    assertThat(photos()).containsExactly(photo);
    assertThat(uploads()).isZero();
  }

  private Answer createWith(byte[] bytes, long size, String... headers) {
    HttpRequest.Builder request =
        tus.request("/api/tus")
            .header("Upload-Length", Long.toString(size))
            .header("Content-Type", TusClient.BYTES);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return ann.send(request.POST(BodyPublishers.ofByteArray(bytes)));
  }

  @Test
  void an_upload_that_began_with_some_bytes_goes_on_behind_them() {
    Answer begun = createWith(Arrays.copyOf(PHOTO, 100), PHOTO.length).expect(201);
    assertThat(begun.header("Upload-Offset")).isEqualTo("100");
    assertThat(begun.header("Lumina-Photo-Id")).isNull();
    String upload = String.valueOf(begun.header("Location"));
    assertThat(tus.offset(upload)).isEqualTo(100);
    String photo = TusClient.photo(tus.send(upload, PHOTO, 100, PHOTO.length).expect(204));
    assertThat(ann.get("/api/photos/" + photo + "/image/full").bytes()).isEqualTo(PHOTO);
  }

  @Test
  void first_bytes_that_changed_on_their_way_or_are_too_many_make_no_photo() throws Exception {
    byte[] right = MessageDigest.getInstance("SHA-256").digest(PHOTO);
    byte[] wrong = MessageDigest.getInstance("SHA-256").digest(right);
    createWith(PHOTO, PHOTO.length, "Upload-Checksum", "sha256 " + base64(wrong))
        .expectProblem(460, "checksum_mismatch");
    createWith(PHOTO, PHOTO.length - 1).expectProblem(413, "too_large");
    for (String odd : List.of("sha256", "sha256 !", "sha-256 " + base64(right), "")) {
      createWith(PHOTO, PHOTO.length, "Upload-Checksum", odd)
          .expectProblem(400, "invalid_checksum");
    }
    assertThat(photos()).isEmpty();
    createWith(PHOTO, PHOTO.length, "Upload-Checksum", "sha256 " + base64(right)).expect(201);
    assertThat(photos()).hasSize(1);
  }

  /// Bytes with a checksum do not count before all of them are checked, in whichever part they are.
  @Test
  void more_than_a_part_is_kept_as_a_whole_or_not_at_all() throws Exception {
    byte[] bytes = new byte[UploadParts.PART + 70_000];
    Arrays.fill(bytes, (byte) 7);
    String upload = tus.begin(bytes.length + 1);
    byte[] right = MessageDigest.getInstance("SHA-1").digest(bytes);
    byte[] wrong = MessageDigest.getInstance("SHA-1").digest(right);
    tus.send(upload, bytes, 0, bytes.length, "Upload-Checksum", "sha1 " + base64(wrong))
        .expectProblem(460, "checksum_mismatch");
    assertThat(tus.offset(upload)).isZero();
    Answer kept =
        tus.send(upload, bytes, 0, bytes.length, "Upload-Checksum", "sha1 " + base64(right));
    assertThat(kept.expect(204).header("Upload-Offset")).isEqualTo("" + bytes.length);
    tus.end(upload).expect(204);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Test
  void a_file_of_the_largest_size_may_be_announced_and_no_larger_one() {
    tus.create(LIMIT + 1).expectProblem(413, "too_large");
    assertThat(uploads()).isZero();
    tus.create(LIMIT).expect(201);
  }

  @ParameterizedTest
  @CsvSource({
    "topic, x61, too_long",
    "caption, x2001, too_long",
    "tags, x51, too_long",
    "tags, 31, too_many_tags",
    "audience, members, invalid_audience",
    "taken_hint, 1e3, invalid_field",
    "duplicate, ask, invalid_field"
  })
  void a_photo_that_could_not_be_is_refused_before_its_first_byte(
      String key, String value, String code) {
    String written =
        switch (value.replaceAll("\\d", "")) {
          case "x" -> "x".repeat(Integer.parseInt(value.substring(1)));
          case "" ->
              IntStream.range(0, Integer.parseInt(value))
                  .mapToObj("tag%d"::formatted)
                  .collect(Collectors.joining(","));
          default -> value;
        };
    tus.create(9, key, written).expectProblem(400, code);
    assertThat(uploads()).isZero();
  }

  @Test
  void only_who_may_add_to_an_album_sends_photos_into_it_also_at_the_end() {
    Person bob = Person.signUp(port);
    bob.befriend(ann);
    String closed = Albums.make(bob, "audience", "public");
    tus.create(PHOTO.length, "album", closed).expectProblem(403, "not_yours");
    assertThat(uploads()).isZero();
    String open = Albums.make(bob, "audience", "members", "contribute", "members");
    Albums.join(bob, open, ann).expect(200);
    String first = tus.begin(PHOTO.length, "album", open, "audience", "private");
    String photo = TusClient.photo(tus.send(first, PHOTO, 0, PHOTO.length).expect(204));
    assertThat(Albums.shown(bob, open)).containsExactly(photo);
    String second = tus.begin(PHOTO.length, "album", open, "audience", "private");
    bob.patch("/api/albums/" + open, Map.of("contribute", "owner")).expect(200);
    String kept = TusClient.photo(tus.send(second, PHOTO, 0, PHOTO.length).expect(204));
    assertThat(photos()).containsExactly(kept, photo);
    assertThat(Albums.shown(bob, open)).containsExactly(photo);
    bob.get("/api/photos/" + kept).expectProblem(404, "not_found");
  }

  @Test
  void a_file_that_is_skipped_still_goes_to_the_album() {
    String photo = TusClient.photo(tus.send(tus.begin(PHOTO.length), PHOTO, 0, PHOTO.length));
    String album = Albums.make(ann);
    for (int times = 0; times < 2; times++) {
      String again = tus.begin(PHOTO.length, "album", album, "duplicate", "skip");
      Answer sent = tus.send(again, PHOTO, 0, PHOTO.length).expect(204);
      assertThat(TusClient.photo(sent)).isEqualTo(photo);
    }
    assertThat(photos()).containsExactly(photo);
    assertThat(Albums.shown(ann, album)).containsExactly(photo);
  }

  @Test
  void a_photo_is_for_whom_its_owner_usually_shows_photos_and_called_as_its_file() {
    ann.patch("/api/account", Map.of("default_audience", "friends")).expect(200);
    String upload = tus.begin(PHOTO.length, "filename", "../Séa.jpg");
    String id = TusClient.photo(tus.send(upload, PHOTO, 0, PHOTO.length).expect(204));
    JsonNode photo = ann.get("/api/photos/" + id).expect(200).json();
    assertThat(photo.get("audience").asString()).isEqualTo("friends");
    assertThat(photo.get("taken_from").asString()).isEqualTo("upload");
    assertThat(ann.get("/api/photos/" + id + "/image/full").header("Content-Disposition"))
        .endsWith("filename*=UTF-8''S%C3%A9a.jpg");
  }
}
