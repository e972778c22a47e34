package lumina.upload.tus;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import lumina.blob.BlobStore;
import lumina.blob.UploadParts;
import lumina.media.Pictures;
import lumina.storage.DataFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServerTest
class TusTest {
  private static final byte[] PHOTO = Pictures.photo(60, 45);

  /// Of more than one part.
  private static final byte[] LARGE = Pictures.write(Pictures.noise(1700, 1200), "png");

  @LocalServerPort private int port;
  @Autowired private JdbcClient sql;
  @Autowired private DataFolder folder;
  @Autowired private BlobStore blobs;
  @Autowired private UploadSweep sweep;
  private Person ann = Person.stranger(0);
  private TusClient tus = new TusClient(ann);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
    tus = new TusClient(ann);
  }

  private boolean isLeft(String upload) throws IOException {
    String id = upload.substring(upload.lastIndexOf('/') + 1);
    return Files.exists(folder.uploads().resolve(id))
        || blobs.find("uploads/" + id + "_0").isPresent();
  }

  private List<String> photos() {
    return ann.get("/api/photos?scope=profile").expect(200).all("photo_id");
  }

  @Test
  void a_file_in_pieces_becomes_a_photo_with_all_that_was_said_of_it() throws IOException {
    assertThat(LARGE.length).isBetween(UploadParts.PART + 1_000, 8 << 20);
    String upload =
        tus.begin(
            LARGE.length,
            "filename",
            "Séa.png",
            "topic",
            "Sea",
            "caption",
            "A day\nout",
            "tags",
            "one,two",
            "audience",
            "friends",
            "taken_hint",
            "1565157904000",
            "relativePath",
            "");
    assertThat(tus.head(upload).expect(200).header("Upload-Length")).isEqualTo("" + LARGE.length);
    int offset = 0;
    for (int end : new int[] {0, 700, 70_000, UploadParts.PART - 1, UploadParts.PART + 1}) {
      Answer sent = tus.send(upload, LARGE, offset, end).expect(204);
      assertThat(sent.header("Upload-Offset")).isEqualTo(Integer.toString(end));
      assertThat(sent.header("Lumina-Photo-Id")).isNull();
      assertThat(tus.offset(upload)).isEqualTo(end);
      offset = end;
    }
    String id = TusClient.photo(tus.send(upload, LARGE, offset, LARGE.length).expect(204));
    JsonNode photo = ann.get("/api/photos/" + id).expect(200).json();
    assertThat(photo.get("topic").asString()).isEqualTo("Sea");
    assertThat(photo.get("caption").asString()).isEqualTo("A day\nout");
    assertThat(photo.get("tags").toString()).isEqualTo("[\"one\",\"two\"]");
    assertThat(photo.get("audience").asString()).isEqualTo("friends");
    assertThat(photo.get("taken_at").asLong()).isEqualTo(1565157904000L);
    assertThat(ann.get(photo.get("image_url").asString()).bytes()).isEqualTo(LARGE);
    assertThat(isLeft(upload)).isFalse();
  }

  @Test
  void whoever_missed_the_last_answer_is_told_the_photo_and_makes_no_second_one() {
    String upload = tus.begin(PHOTO.length);
    String photo = TusClient.photo(tus.send(upload, PHOTO, 0, PHOTO.length).expect(204));
    Answer head = tus.head(upload).expect(200);
    assertThat(head.header("Upload-Offset")).isEqualTo("" + PHOTO.length);
    assertThat(TusClient.photo(head)).isEqualTo(photo);
    Answer again = tus.send(upload, PHOTO, PHOTO.length, PHOTO.length).expect(204);
    assertThat(TusClient.photo(again)).isEqualTo(photo);
    tus.send(upload, PHOTO, 0, PHOTO.length).expectProblem(409, "wrong_offset");
    tus.end(upload).expect(204);
    assertThat(photos()).containsExactly(photo);
  }

  @Test
  void a_small_file_is_sent_with_the_request_that_begins_its_upload() {
    var request =
        tus.request("/api/tus")
            .header("Upload-Length", "" + PHOTO.length)
            .header("Content-Type", TusClient.BYTES);
    Answer sent = ann.send(request.POST(BodyPublishers.ofByteArray(PHOTO))).expect(201);
    assertThat(sent.header("Upload-Offset")).isEqualTo("" + PHOTO.length);
    assertThat(sent.header("Location")).startsWith("/api/tus/");
    assertThat(photos()).containsExactly(TusClient.photo(sent));
  }

  /// Sends the head of a request and some of its body.
  private Socket sendSome(String upload, int start, int end, int length) throws IOException {
    Socket socket = new Socket("localhost", port);
    String head =
        """
        PATCH %s HTTP/1.1
        Host: localhost:%d
        Cookie: %s
        Tus-Resumable: 1.0.0
        Upload-Offset: %d
        Content-Type: %s
        Content-Length: %d

        """
            .formatted(upload, port, ann.cookie(), start, TusClient.BYTES, length);
    OutputStream out = socket.getOutputStream();
    out.write(head.replace("\n", "\r\n").getBytes(ISO_8859_1));
    out.write(LARGE, start, end - start);
    out.flush();
    return socket;
  }

  @Test
  void what_arrived_before_a_connection_broke_is_kept() throws IOException {
    String upload = tus.begin(LARGE.length);
    int arrived = UploadParts.PART + 70_000;
    sendSome(upload, 0, arrived, LARGE.length).close();
    await().until(() -> tus.offset(upload) == arrived);
    await().until(() -> tus.send(upload, LARGE, arrived, arrived).status() == 204);
    String photo = TusClient.photo(tus.send(upload, LARGE, arrived, LARGE.length).expect(204));
    assertThat(ann.get("/api/photos/" + photo + "/image/full").bytes()).isEqualTo(LARGE);
  }

  @Test
  void one_request_at_a_time_adds_bytes() throws IOException {
    String upload = tus.begin(LARGE.length);
    try (Socket running = sendSome(upload, 0, UploadParts.PART + 10, LARGE.length)) {
      assertThat(running.isConnected()).isTrue();
      await().until(() -> tus.offset(upload) == UploadParts.PART);
      Answer second = tus.send(upload, LARGE, UploadParts.PART, LARGE.length);
      assertThat(second.expectProblem(423, "upload_running").header("Retry-After")).isEqualTo("1");
      tus.end(upload).expectProblem(423, "upload_running");
    }
    await().until(() -> tus.end(upload).status() == 204);
    tus.head(upload).expect(404);
    assertThat(isLeft(upload)).isFalse();
  }

  @Test
  void a_file_that_is_no_picture_is_refused_at_its_end_and_gone() throws IOException {
    byte[] words = "only words".getBytes(UTF_8);
    String upload = tus.begin(words.length);
    tus.send(upload, words, 0, 4).expect(204);
    assertThat(isLeft(upload)).isTrue();
    tus.send(upload, words, 4, words.length).expectProblem(400, "not_an_image");
    tus.head(upload).expect(404);
    assertThat(isLeft(upload)).isFalse();
    assertThat(photos()).isEmpty();
  }

  @Test
  void uploads_of_other_people_do_not_exist() {
    String upload = tus.begin(PHOTO.length);
    TusClient bob = new TusClient(Person.signUp(port));
    bob.head(upload).expect(404);
    bob.send(upload, PHOTO, 0, PHOTO.length).expectProblem(404, "not_found");
    bob.end(upload).expectProblem(404, "not_found");
    new TusClient(Person.stranger(port)).create(10).expectProblem(401, "not_signed_in");
    assertThat(tus.offset(upload)).isZero();
  }

  @Test
  void a_photo_goes_to_an_album_to_which_its_owner_may_add() {
    String album = album(ann);
    String upload = tus.begin(PHOTO.length, "album", album);
    String photo = TusClient.photo(tus.send(upload, PHOTO, 0, PHOTO.length).expect(204));
    assertThat(ann.get("/api/photos?album=" + album).expect(200).all("photo_id"))
        .containsExactly(photo);
    String other = album(Person.signUp(port));
    tus.create(PHOTO.length, "album", other).expectProblem(404, "not_found");
    tus.create(PHOTO.length, "album", "../x").expectProblem(404, "not_found");
  }

  private static String album(Person owner) {
    return owner
        .post("/api/albums", Map.of("title", "Lisbon"))
        .expect(201)
        .json()
        .get("album_id")
        .asString();
  }

  @Test
  void a_file_that_its_owner_has_is_skipped_if_they_want() {
    String first = TusClient.photo(sendWhole());
    assertThat(TusClient.photo(sendWhole("duplicate", "skip"))).isEqualTo(first);
    assertThat(photos()).containsExactly(first);
    assertThat(TusClient.photo(sendWhole())).isNotEqualTo(first);
  }

  private Answer sendWhole(String... fields) {
    return tus.send(tus.begin(PHOTO.length, fields), PHOTO, 0, PHOTO.length).expect(204);
  }

  private void expires(Instant time) {
    sql.sql("UPDATE uploads SET expires_at = ? WHERE user_id = ?")
        .params(time.toEpochMilli(), ann.id())
        .update();
  }

  @Test
  void an_upload_that_expired_is_gone_and_swept() throws IOException {
    String upload = tus.begin(PHOTO.length);
    tus.send(upload, PHOTO, 0, 10).expect(204);
    expires(Instant.parse("2100-01-05T00:00:00Z"));
    assertThat(tus.head(upload).expect(200).header("Upload-Expires"))
        .isEqualTo("Tue, 05 Jan 2100 00:00:00 GMT");
    expires(Instant.EPOCH);
    tus.head(upload).expect(404);
    assertThat(isLeft(upload)).isTrue();
    sweep.sweep();
    assertThat(isLeft(upload)).isFalse();
    assertThat(rows()).isZero();
  }

  @Test
  void an_upload_goes_with_the_account() throws IOException {
    String upload = tus.begin(PHOTO.length);
    tus.send(upload, PHOTO, 0, 10).expect(204);
    ann.json("DELETE", "/api/account", "{\"password\":\"%s\"}".formatted(Person.PASSWORD))
        .expect(204);
    sweep.sweep();
    assertThat(isLeft(upload)).isFalse();
    assertThat(rows()).isZero();
  }

  private long rows() {
    return sql.sql("SELECT count(*) FROM uploads WHERE user_id = :user")
        .param("user", ann.id())
        .query(Long.class)
        .single();
  }

  /// A request died after the photo was there, and before its bytes were deleted.
  @Test
  void what_an_interrupted_request_left_is_settled_later() throws IOException {
    String album = album(ann);
    String upload = tus.begin(PHOTO.length, "album", album);
    tus.send(upload, PHOTO, 0, 10).expect(204);
    String photo = ann.uploadPhoto();
    sql.sql("UPDATE uploads SET photo_id = :photo WHERE user_id = :user")
        .param("photo", photo)
        .param("user", ann.id())
        .update();
    sweep.sweep();
    assertThat(ann.get("/api/photos?album=" + album).all("photo_id")).containsExactly(photo);
    assertThat(isLeft(upload)).isFalse();
    assertThat(TusClient.photo(tus.head(upload).expect(200))).isEqualTo(photo);
  }

  @Test
  void a_client_learns_what_is_supported() {
    Person stranger = Person.stranger(port);
    Answer says =
        stranger.send(stranger.request("/api/tus").method("OPTIONS", BodyPublishers.noBody()));
    assertThat(says.expect(204).header("Tus-Version")).isEqualTo("1.0.0");
    assertThat(says.header("Tus-Extension"))
        .isEqualTo("creation,creation-with-upload,expiration,checksum,termination");
    assertThat(says.header("Tus-Checksum-Algorithm")).isEqualTo("sha1,sha256,md5");
    assertThat(Long.parseLong(Objects.requireNonNull(says.header("Tus-Max-Size"))))
        .isGreaterThanOrEqualTo(8 << 20);
  }
}
