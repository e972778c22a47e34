package lumina.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import lumina.Answer;
import lumina.Form;
import lumina.Person;
import lumina.ServerTest;
import lumina.account.profile.ProfilePictures;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.media.Exif;
import lumina.media.Pictures;
import lumina.media.TiffBlock;
import lumina.storage.DataFolder;
import lumina.storage.Version;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServerTest
class RederivationTest {
  @LocalServerPort private int port;
  @Autowired private PhotoRederivation photos;
  @Autowired private ProfilePictures pictures;
  @Autowired private BlobStore blobs;
  @Autowired private DataFolder folder;
  @Autowired private JdbcClient sql;
  private Person ann = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
  }

  private String upload() {
    byte[] located = Exif.inJpeg(Pictures.photo(400, 300), TiffBlock.exif(6));
    return ann.upload(new Form().file("x.jpg", located))
        .expect(201)
        .json()
        .get("photo_id")
        .asString();
  }

  /// Replaces a file with one that a faulty version may have left.
  private void spoil(String key, String mediaType) throws IOException {
    spoil(key, "GPS".getBytes(StandardCharsets.US_ASCII), mediaType);
  }

  private void spoil(String key, byte[] content, String mediaType) throws IOException {
    Path workspace = folder.workspace();
    blobs.put(key, Files.write(workspace.resolve("spoiled"), content), mediaType);
    Files.deleteIfExists(workspace.resolve("spoiled"));
    Files.delete(workspace);
  }

  @Test
  void sizes_are_made_anew_from_the_original_and_caches_notice() throws Exception {
    String id = upload();
    String thumb = "/api/photos/" + id + "/image/thumb";
    Answer before = ann.get(thumb).expect(200);
    spoil("photos/" + id + "_thumb.jpg", "image/jpeg");
    sql.sql("UPDATE photos SET derived_by = '' WHERE photo_id = :id").param("id", id).update();

    assertThat(photos.rederive(id)).isTrue();

    Answer after = ann.get(thumb).expect(200);
    assertThat(after.bytes()).isEqualTo(before.bytes());
    assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
    assertThat(derivedBy(id)).isEqualTo(Version.current());
  }

  private String derivedBy(String id) {
    return sql.sql("SELECT derived_by FROM photos WHERE photo_id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  @Test
  void others_copy_is_made_anew() throws Exception {
    String id = upload();
    spoil("photos/" + id + "_clean.jpg", "image/jpeg");

    assertThat(photos.rederive(id)).isTrue();

    byte[] copy =
        Person.stranger(port).get("/api/photos/" + id + "/image/full").expect(200).bytes();
    assertThat(Exif.tracesIn(copy)).isEmpty();
    assertThat(ImageIO.read(new ByteArrayInputStream(copy)).getWidth()).isEqualTo(400);
  }

  @Test
  void what_is_said_of_the_picture_is_read_anew() throws Exception {
    String id = upload();

    assertThat(photos.rederive(id)).isTrue();

    assertThat(ann.get("/api/photos/" + id).expect(200).json().get("width").asInt()).isEqualTo(300);
  }

  @Test
  void the_date_that_only_its_sender_or_its_owner_knows_is_kept() throws Exception {
    String id = ann.uploadPhoto("taken_hint", "1565157904000");
    String path = "/api/photos/" + id;
    assertThat(photos.rederive(id)).isTrue();
    assertThat(taken(path)).isEqualTo("1565157904000 file");
    ann.patch(path, Map.of("taken_at", 1_000)).expect(200);
    assertThat(photos.rederive(id)).isTrue();
    assertThat(taken(path)).isEqualTo("1000 person");
    ann.json("PATCH", path, "{\"taken_at\": null}").expect(200);
    assertThat(taken(path)).isEqualTo("1565157904000 file");
  }

  private String taken(String path) {
    JsonNode photo = ann.get(path).expect(200).json();
    return photo.get("taken_at").asLong() + " " + photo.get("taken_from").asString();
  }

  @Test
  void a_photo_that_is_gone_stays_gone() throws Exception {
    String id = upload();
    ann.delete("/api/photos/" + id).expect(200);

    assertThat(photos.rederive(id)).isFalse();
  }

  @Test
  void a_profile_picture_loses_what_a_faulty_version_left_in_it_and_no_pixel() throws Exception {
    ann.send(
            ann.request("/api/users/profile-picture")
                .header("Content-Type", form().contentType())
                .POST(java.net.http.HttpRequest.BodyPublishers.ofByteArray(form().bytes())))
        .expect(200);
    byte[] clean = full().bytes();
    String before = picture();
    byte[] spoiled = withMetadata(clean);
    spoil("profiles/%d-%s_full.webp".formatted(ann.id(), before), spoiled, "image/webp");
    assertThat(full().bytes()).isEqualTo(spoiled);

    assertThat(pictures.rederive(ann.id())).isTrue();

    assertThat(text(full().bytes())).doesNotContain("SECRET").startsWith("RIFF");
    assertThat(picture()).isNotEqualTo(before);
    Optional<Blob> old = blobs.find("profiles/%d-%s_full.webp".formatted(ann.id(), before));
    assertThat(old).isEmpty();
  }

  private static final Form FORM = new Form().file("photo.jpg", Pictures.photo(300, 300));

  private static Form form() {
    return FORM;
  }

  private Answer full() {
    return ann.get("/api/users/" + ann.id() + "/profile-picture/full").expect(200);
  }

  private String picture() {
    return sql.sql("SELECT picture FROM users WHERE id = :id")
        .param("id", ann.id())
        .query(String.class)
        .single();
  }

  /// Appends an XMP chunk, as a program that writes all metadata does.
  private static byte[] withMetadata(byte[] webp) {
    byte[] chunk = "XMP \u0006\0\0\0SECRET".getBytes(StandardCharsets.ISO_8859_1);
    byte[] spoiled = Pictures.insert(webp, webp.length, chunk);
    int size = spoiled.length - 8;
    for (int i = 0; i < 4; i++) {
      spoiled[4 + i] = (byte) (size >> (8 * i));
    }
    return spoiled;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
