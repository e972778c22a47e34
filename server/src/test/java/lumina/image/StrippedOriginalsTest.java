package lumina.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import lumina.Answer;
import lumina.Form;
import lumina.Person;
import lumina.ServerTest;
import lumina.access.Viewer;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.media.Animations;
import lumina.media.Clips;
import lumina.media.Exif;
import lumina.media.HeicSample;
import lumina.media.Pictures;
import lumina.media.RawTest;
import lumina.media.Samples;
import lumina.media.TiffBlock;
import lumina.media.WebpHeader;
import lumina.photo.IndexEntry;
import lumina.photo.PhotoIndex;
import lumina.storage.DataFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Stripped originals: copies for viewers other than the owner.
@ServerTest
class StrippedOriginalsTest {
  private static final byte[] LOCATED = Exif.inJpeg(Pictures.photo(300, 200), TiffBlock.exif(6));

  @LocalServerPort private int port;
  @Autowired private BlobStore blobs;
  @Autowired private StrippedOriginals copies;
  @Autowired private PhotoIndex index;
  @Autowired private DataFolder folder;
  @Autowired private JdbcClient sql;
  private Person ann = Person.stranger(0);
  private Person stranger = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
    stranger = Person.stranger(port);
  }

  @Test
  void of_a_raw_photo_others_get_the_picture_in_it() {
    byte[] raw = RawTest.dng(Pictures.jpeg(Pictures.quarters(800, 600)));
    String id =
        ann.upload(new Form().field("audience", "public").file("x.dng", raw))
            .expect(201)
            .json()
            .get("photo_id")
            .asString();

    Answer mine = ann.get("/api/photos/" + id + "/image/full").expect(200);
    assertThat(mine.bytes()).isEqualTo(raw);
    assertThat(mine.header("Content-Type")).isEqualTo("image/x-adobe-dng");
    assertThat(full(id).expect(200).header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(ann.get("/api/photos/" + id).json().get("format").asString()).isEqualTo("dng");
  }

  @Test
  void of_a_bmp_others_get_nothing_but_the_picture() {
    byte[] secret = "SECRET".getBytes(StandardCharsets.US_ASCII);
    byte[] plain = Pictures.write(Pictures.quarters(300, 200), "bmp");
    byte[] bmp = Pictures.insert(plain, plain.length, secret);
    String id = upload(bmp, "public");

    assertThat(ann.get("/api/photos/" + id + "/image/full").expect(200).bytes()).isEqualTo(bmp);
    Answer others = full(id).expect(200);
    assertThat(others.header("Content-Type")).isEqualTo("image/webp");
    assertThat(new String(others.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("SECRET");
  }

  static Stream<byte[]> filesOfBoxes() throws IOException {
    return Stream.of(
        HeicSample.bytes(),
        Samples.bytes("sequence.heic"),
        Samples.bytes("quarters.avif"),
        Clips.of("avif", Clips.picture("64x48", 1, "libaom-av1")));
  }

  @Tag("local")
  @ParameterizedTest
  @MethodSource("filesOfBoxes")
  void others_get_a_picture_without_what_follows_its_last_box(byte[] picture) {
    byte[] secret = "SECRETSECRETSECRET".getBytes(StandardCharsets.US_ASCII);
    for (byte[] trailer : List.of(new byte[1], secret, Clips.mp4())) {
      String id = upload(Pictures.insert(picture, picture.length, trailer), "public");
      assertThat(full(id).expect(200).bytes()).hasSize(picture.length);
    }
  }

  private String upload(byte[] file, String audience) {
    return ann.upload(new Form().field("audience", audience).file("x.jpg", file))
        .expect(201)
        .json()
        .get("photo_id")
        .asString();
  }

  private boolean isKept(String photoId, String name) throws IOException {
    Optional<Blob> found = blobs.find("photos/" + photoId + "_" + name);
    found.ifPresent(Blob::close);
    return found.isPresent();
  }

  private String clean(String photoId) {
    return sql.sql("SELECT clean FROM photos WHERE photo_id = :id")
        .param("id", photoId)
        .query(String.class)
        .single();
  }

  private Answer full(String photoId) {
    return stranger.get("/api/photos/" + photoId + "/image/full");
  }

  /// Restores the state of photos of older versions: without a copy, and without a record of one.
  private IndexEntry forget(String photoId) throws IOException {
    blobs.delete(List.of("photos/" + photoId + "_clean.jpg"));
    sql.sql("UPDATE photos SET clean = '' WHERE photo_id = :id").param("id", photoId).update();
    return index.find(new Viewer.Person(ann.id(), ann.name()), photoId).orElseThrow();
  }

  @Test
  void a_copy_is_made_at_the_upload_of_what_others_may_see() throws Exception {
    String id = upload(LOCATED, "public");

    assertThat(isKept(id, "clean.jpg")).isTrue();
    assertThat(Exif.tracesIn(full(id).expect(200).bytes())).isEmpty();
  }

  @Test
  void a_file_with_nothing_private_in_it_needs_no_copy() throws Exception {
    byte[] plain = Pictures.photo(300, 200);
    String id = upload(plain, "public");

    assertThat(full(id).expect(200).bytes()).isEqualTo(plain);
    assertThat(isKept(id, "clean.jpg")).isFalse();
  }

  @Test
  void a_webp_that_browsers_would_not_turn_comes_turned() throws Exception {
    byte[] lying = Samples.bytes("still.webp");
    assertThat(WebpHeader.size(lying)).isEqualTo("300x200");
    String id = upload(Animations.stillWebp(lying, TiffBlock.exif(6)), "public");

    Answer full = full(id).expect(200);

    assertThat(full.header("Content-Type")).isEqualTo("image/webp");
    assertThat(WebpHeader.size(full.bytes())).isEqualTo("200x300");
    assertThat(Exif.tracesIn(full.bytes())).isEmpty();
  }

  @Test
  void what_was_private_gets_its_copy_when_others_first_ask() throws Exception {
    String id = upload(LOCATED, "private");
    assertThat(isKept(id, "clean.jpg")).isFalse();
    ann.patch("/api/photos/" + id, Map.of("audience", "public")).expect(200);

    assertThat(Exif.tracesIn(full(id).expect(200).bytes())).isEmpty();
    assertThat(clean(id)).isEqualTo("copy");
  }

  @Test
  void many_who_ask_at_once_get_one_copy_that_was_made_once() throws Exception {
    String id = upload(LOCATED, "public");
    forget(id);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> answers =
          Stream.generate(() -> threads.submit(() -> full(id))).limit(20).toList();
      Set<Integer> lengths = new java.util.HashSet<>();
      for (Future<Answer> answer : answers) {
        lengths.add(answer.get().expect(200).bytes().length);
      }
      assertThat(lengths).hasSize(1);
    }
    assertThat(clean(id)).isEqualTo("copy");
  }

  @Test
  void that_there_can_be_no_copy_is_found_out_once() throws Exception {
    byte[] jpeg = Pictures.photo(300, 200);
    byte[] unclear = jpeg.clone();
    unclear[jpeg.length / 2] = (byte) 0xFF; // a marker that begins no segment
    unclear[jpeg.length / 2 + 1] = (byte) 0xFE;
    unclear[jpeg.length / 2 + 2] = 0;
    unclear[jpeg.length / 2 + 3] = 0;
    String id = upload(unclear, "public");
    assertThat(clean(id)).isEqualTo("none");

    // A second attempt would succeed now.
    put("photos/" + id + "_full.jpg", LOCATED);
    assertThat(full(id).expect(200).header("Content-Type")).isEqualTo("image/webp");
    assertThat(isKept(id, "clean.jpg")).isFalse();
  }

  @Test
  void the_copy_of_a_photo_that_was_deleted_meanwhile_goes() throws Exception {
    String id = upload(LOCATED, "public");
    IndexEntry asked = forget(id);
    ann.delete("/api/photos/" + id).expect(200);
    put("photos/" + id + "_full.jpg", LOCATED); // as if it had been read before

    assertThat(copies.find(asked)).isEmpty();

    assertThat(isKept(id, "clean.jpg")).isFalse();
    assertThat(isKept(id, "full.jpg")).isFalse();
  }

  private void put(String key, byte[] bytes) throws IOException {
    Path workspace = folder.workspace();
    Path file = Files.write(workspace.resolve("file"), bytes);
    blobs.put(key, file, "image/jpeg");
    Files.deleteIfExists(file);
    Files.delete(workspace);
  }
}
