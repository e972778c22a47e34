package lumina.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lumina.Answer;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class ImageTest {
  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person anonymous = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
    anonymous = Person.stranger(port);
  }

  private static String address(String id, String size) {
    return "/api/photos/" + id + "/image/" + size;
  }

  @ParameterizedTest
  @CsvSource({
    "thumb,image/jpeg",
    "small,image/webp",
    "medium,image/webp",
    "large,image/webp",
    "full,image/jpeg"
  })
  void every_size_of_a_public_photo_is_for_everyone_and_for_any_cache_for_ten_minutes(
      String size, String type) {
    Answer image = anonymous.get(address(ann.uploadPhoto(), size)).expect(200);
    assertThat(image.header("Content-Type")).isEqualTo(type);
    assertThat(image.header("Cache-Control")).isEqualTo("public, max-age=600");
    assertThat(image.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(image.header("ETag")).isNotNull();
  }

  @Test
  void a_thumb_fits_in_two_hundred_pixels() throws IOException {
    Form form = new Form().file("x.jpg", Pictures.photo(900, 600));
    String id = ann.upload(form).expect(201).json().get("photo_id").asString();
    BufferedImage thumb = Pictures.read(anonymous.get(address(id, "thumb")).bytes());
    assertThat(thumb.getWidth()).isEqualTo(200);
    assertThat(thumb.getHeight()).isEqualTo(133);
  }

  @ParameterizedTest
  @ValueSource(strings = {"thumb", "small", "medium", "large", "full"})
  void what_is_not_public_is_in_no_shared_cache_and_not_there_for_others(String size) {
    String id = ann.uploadPhoto("audience", "private");
    Answer image = ann.get(address(id, size)).expect(200);
    assertThat(image.header("Cache-Control")).contains("private").doesNotContain("max-age=3");
    anonymous.get(address(id, size)).expectProblem(404, "not_found");
    Person.signUp(port).get(address(id, size)).expectProblem(404, "not_found");
  }

  @ParameterizedTest
  @CsvSource({
    "Oslo 2024 ☀.JPG, Oslo%202024%20%E2%98%80.JPG",
    "C:\\Photos\\IMG_1.jpg, IMG_1.jpg",
    "../../etc/x.jpg, x.jpg"
  })
  void a_download_is_called_what_the_file_was_called(String uploaded, String downloaded) {
    Form form = new Form().file(uploaded, Pictures.photo(64, 48));
    String id = ann.upload(form).expect(201).json().get("photo_id").asString();
    for (Person viewer : List.of(ann, anonymous)) {
      assertThat(viewer.get(address(id, "full")).header("Content-Disposition"))
          .startsWith("inline;")
          .endsWith("filename*=UTF-8''" + downloaded);
    }
  }

  @Test
  void a_photo_that_turns_private_is_gone_at_once() {
    String id = ann.uploadPhoto();
    anonymous.get(address(id, "full")).expect(200);
    ann.patch("/api/photos/" + id, Map.of("audience", "private")).expect(200);
    anonymous.get(address(id, "full")).expect(404);
    anonymous.get(address(id, "thumb")).expect(404);
  }

  @Test
  void an_image_that_was_just_sent_is_refused_at_once_when_it_is_not_for_its_reader_any_more() {
    Person bob = Person.signUp(port);
    for (String size : List.of("thumb", "large", "full")) {
      String narrowed = ann.uploadPhoto();
      sentUntil(bob, narrowed, size, () -> narrow(narrowed));
      anonymous.get(address(narrowed, size)).expect(404);
      String deleted = ann.uploadPhoto();
      sentUntil(bob, deleted, size, () -> ann.delete("/api/photos/" + deleted).expect(200));
      anonymous.get(address(deleted, size)).expect(404);
    }
    String id = ann.uploadPhoto();
    sentUntil(bob, id, "thumb", () -> ann.put("/api/blocks/" + bob.id()).expect(204));
    anonymous.get(address(id, "thumb")).expect(200);
    ann.delete("/api/blocks/" + bob.id()).expect(204);
    sentUntil(bob, id, "thumb", () -> bob.put("/api/blocks/" + ann.id()).expect(204));
  }

  private void narrow(String id) {
    ann.patch("/api/photos/" + id, Map.of("audience", "private")).expect(200);
  }

  private static void sentUntil(Person reader, String id, String size, Runnable end) {
    reader.get(address(id, size)).expect(200);
    reader.get(address(id, size)).expect(200);
    end.run();
    reader.get(address(id, size)).expect(404);
  }

  private String shown(String id, String field) {
    return ann.get("/api/photos/" + id).expect(200).json().get(field).asString();
  }

  @Test
  void every_address_changes_with_the_audience_and_with_nothing_else() {
    String id = ann.uploadPhoto();
    for (String field : new String[] {"thumbnail_url", "large_url", "image_url", "srcset"}) {
      String asPublic = shown(id, field);
      assertThat(asPublic).contains("v=");
      ann.patch("/api/photos/" + id, Map.of("caption", "Sea")).expect(200);
      assertThat(shown(id, field)).isEqualTo(asPublic);
      ann.patch("/api/photos/" + id, Map.of("audience", "friends")).expect(200);
      assertThat(shown(id, field)).isNotEqualTo(asPublic);
      ann.patch("/api/photos/" + id, Map.of("audience", "public")).expect(200);
      assertThat(shown(id, field)).isNotEqualTo(asPublic);
    }
  }

  @Test
  void an_unchanged_image_is_not_sent_again() {
    String path = address(ann.uploadPhoto(), "small");
    String etag = String.valueOf(anonymous.get(path).header("ETag"));
    Answer again =
        anonymous.send(anonymous.request(path).header("If-None-Match", etag).GET()).expect(304);
    assertThat(again.bytes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"bytes=0-99, 0, 100", "bytes=100-199, 100, 200", "bytes=-50, -50, 0"})
  void a_part_can_be_asked_for(String range, int from, int to) {
    String path = address(ann.uploadPhoto(), "full");
    byte[] whole = ann.get(path).bytes();
    Answer part = ann.send(ann.request(path).header("Range", range).GET()).expect(206);
    int start = from < 0 ? whole.length + from : from;
    int end = to == 0 ? whole.length : to;
    assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(whole, start, end));
    assertThat(part.header("Content-Range"))
        .isEqualTo("bytes %d-%d/%d".formatted(start, end - 1, whole.length));
  }

  @Test
  void a_part_of_the_version_that_somebody_has_is_sent_and_of_another_one_all_of_it() {
    String path = address(ann.uploadPhoto(), "full");
    Answer whole = ann.get(path).expect(200);
    String etag = String.valueOf(whole.header("ETag"));
    Answer part = ann.send(rest(path, etag)).expect(206);
    assertThat(part.bytes()).hasSize(whole.bytes().length - 10);
    for (String other : new String[] {"\"of another time\"", "W/" + etag}) {
      assertThat(ann.send(rest(path, other)).expect(200).bytes()).isEqualTo(whole.bytes());
    }
  }

  private HttpRequest.Builder rest(String path, String version) {
    return ann.request(path).header("Range", "bytes=10-").header("If-Range", version).GET();
  }

  @Test
  void a_part_that_is_not_there_is_refused() {
    String path = address(ann.uploadPhoto(), "full");
    ann.send(ann.request(path).header("Range", "bytes=99999999-").GET())
        .expectProblem(416, "requested_range_not_satisfiable");
  }

  @Test
  void only_the_head_can_be_asked_for() {
    String path = address(ann.uploadPhoto(), "full");
    int length = ann.get(path).bytes().length;
    Answer head = ann.send(ann.request(path).method("HEAD", BodyPublishers.noBody()));
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("Content-Length")).isEqualTo(String.valueOf(length));
  }

  /// With an encoded letter the URL is the same, but the ordinary controller answers it.
  @ParameterizedTest
  @CsvSource({
    "GET, Accept, */*, 200",
    "GET, Range, bytes=5-9, 206",
    "GET, Range, bytes=99999999-, 416",
    "GET, If-None-Match, *, 304",
    "GET, If-None-Match, W/\"x\", 200",
    "GET, Lumina-User, 0, 401",
    "HEAD, Accept, */*, 200",
    "HEAD, Range, bytes=5-9, 200"
  })
  void an_image_that_is_sent_early_is_what_the_ordinary_way_sends(
      String method, String header, String value, int status) {
    String id = ann.uploadPhoto();
    for (String size : List.of("thumb", "large")) {
      Answer early = ask(method, address(id, size), header, value).expect(status);
      String ordinary = "%%%02x%s".formatted((int) size.charAt(0), size.substring(1));
      Answer usual = ask(method, address(id, ordinary), header, value).expect(status);
      assertThat(lasting(early)).isEqualTo(lasting(usual));
      if (status < 300) {
        assertThat(early.bytes()).isEqualTo(usual.bytes());
      }
    }
  }

  private Answer ask(String method, String path, String header, String value) {
    return ann.send(
        ann.request(path).header(header, value).method(method, BodyPublishers.noBody()));
  }

  /// The headers, without those that differ in each response, or in one of a hundred.
  private static Map<String, List<String>> lasting(Answer answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.response().headers().map());
    headers.keySet().removeAll(List.of("date", "x-request-id", "connection"));
    return headers;
  }

  @Test
  void where_it_was_taken_leaves_only_with_the_owner() {
    byte[] located = Exif.inJpeg(Pictures.photo(300, 200), TiffBlock.exif(6));
    Form form = new Form().file("x.jpg", located);
    String id = ann.upload(form).expect(201).json().get("photo_id").asString();
    assertThat(ann.get(address(id, "full")).bytes()).isEqualTo(located);
    for (Person other : new Person[] {anonymous, Person.signUp(port)}) {
      byte[] clean = other.get(address(id, "full")).expect(200).bytes();
      assertThat(Exif.tracesIn(clean)).isEmpty();
      assertThat(new String(clean, StandardCharsets.ISO_8859_1)).startsWith("\u00ff\u00d8");
    }
    Answer owners = ann.get(address(id, "full"));
    assertThat(owners.header("Cache-Control")).contains("private");
    assertThat(owners.header("Vary")).contains("Cookie");
    assertThat(owners.header("ETag"))
        .isNotEqualTo(anonymous.get(address(id, "full")).header("ETag"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"huge", "THUMB", "..%2f..", "full.jpg"})
  void a_size_that_does_not_exist_is_not_found(String size) {
    assertThat(ann.get(address(ann.uploadPhoto(), size)).status()).isIn(400, 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0123456789abcdef0123456789abcdef", "x", "%00", "..", "%2e%2e%2f"})
  void a_photo_that_does_not_exist_is_not_found(String id) {
    assertThat(anonymous.get(address(id, "thumb")).status()).isIn(400, 401, 404);
  }
}
