package lumina.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import lumina.blob.BlobStore;
import lumina.media.Pictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Files that clients send straight to the store, without the server.
@Tag("cloud")
@ServerTest
@Timeout(120)
class DirectUploadTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final byte[] LARGE = Pictures.write(Pictures.noise(2000, 1200), "png");

  @LocalServerPort private int port;
  @Autowired private DirectUpload uploads;
  @Autowired private BlobStore blobs;
  @Autowired private JdbcClient sql;
  private Person ann = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
  }

  private JsonNode begin(byte[] file) {
    return ann.post("/api/uploads", Map.of("size", file.length)).expect(201).json();
  }

  private static List<Map<String, Object>> sendParts(JsonNode begun, byte[] file) {
    List<Map<String, Object>> parts = new ArrayList<>();
    int size = begun.get("part_size").asInt();
    for (JsonNode url : begun.get("urls")) {
      int start = parts.size() * size;
      byte[] part = Arrays.copyOfRange(file, start, Math.min(start + size, file.length));
      HttpResponse<String> sent = put(url.asString(), part);
      assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
      String etag = sent.headers().firstValue("ETag").orElseThrow();
      parts.add(Map.of("number", parts.size() + 1, "etag", etag));
    }
    return parts;
  }

  private static HttpResponse<String> put(String url, byte[] part) {
    try {
      return HTTP.send(
          HttpRequest.newBuilder(URI.create(url)).PUT(BodyPublishers.ofByteArray(part)).build(),
          BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Answer complete(Person person, JsonNode begun, Object parts) {
    return person.post(
        "/api/uploads/" + begun.get("upload_id").asString() + "/complete",
        Map.of("parts", parts, "caption", "Large", "tags", "sea,sky", "audience", "friends"));
  }

  private boolean isLeft(JsonNode begun) throws IOException {
    return blobs.find("incoming/" + begun.get("upload_id").asString()).isPresent();
  }

  @Test
  void a_large_file_goes_to_the_store_in_parts_and_becomes_a_photo() throws IOException {
    JsonNode begun = begin(LARGE);
    assertThat(begun.get("urls").size()).isEqualTo(2);
    List<Map<String, Object>> parts = sendParts(begun, LARGE);
    JsonNode photo = complete(ann, begun, parts).expect(201).json();
    assertThat(photo.get("caption").asString()).isEqualTo("Large");
    assertThat(photo.get("audience").asString()).isEqualTo("friends");
    assertThat(photo.get("tags").size()).isEqualTo(2);
    assertThat(photo.get("width").asInt()).isEqualTo(2000);
    assertThat(ann.get(photo.get("image_url").asString()).expect(200).bytes()).isEqualTo(LARGE);
    assertThat(isLeft(begun)).isFalse();
    assertThat(complete(ann, begun, parts).expect(201).json().get("photo_id"))
        .isEqualTo(photo.get("photo_id"));
    assertThat(ann.get("/api/photos?scope=profile").expect(200).json().size()).isEqualTo(1);
  }

  @Test
  void what_is_no_picture_is_refused_and_gone() throws IOException {
    byte[] words = "no picture at all".repeat(10).getBytes(UTF_8);
    JsonNode begun = begin(words);
    List<Map<String, Object>> parts = sendParts(begun, words);
    complete(ann, begun, parts).expectProblem(400, "not_an_image");
    assertThat(isLeft(begun)).isFalse();
    complete(ann, begun, parts).expectProblem(404, "not_found");
  }

  @Test
  void only_who_began_it_completes_it() {
    byte[] file = Pictures.photo(64, 48);
    JsonNode begun = begin(file);
    List<Map<String, Object>> parts = sendParts(begun, file);
    complete(Person.signUp(port), begun, parts).expectProblem(404, "not_found");
    complete(ann, begun, parts).expect(201);
  }

  @Test
  void an_upload_is_made_a_photo_by_one_request_at_a_time() {
    byte[] file = Pictures.photo(64, 48);
    JsonNode begun = begin(file);
    List<Map<String, Object>> parts = sendParts(begun, file);
    sql.sql("UPDATE direct_uploads SET claimed_at = :now WHERE id = :id")
        .param("now", System.currentTimeMillis())
        .param("id", begun.get("upload_id").asString())
        .update();
    complete(ann, begun, parts).expectProblem(409, "upload_running");
  }

  @Test
  void parts_that_were_not_sent_are_refused() {
    byte[] file = Pictures.photo(64, 48);
    complete(ann, begin(file), List.of(Map.of("number", 1, "etag", "\"0\"")))
        .expectProblem(400, "invalid_upload");
    complete(ann, begin(file), List.of()).expectProblem(400, "missing_field");
    complete(ann, begin(file), List.of(Map.of("number", 0, "etag", "\"0\"")))
        .expectProblem(400, "invalid_field");
  }

  @Test
  void a_part_is_as_long_as_was_said() {
    JsonNode begun = begin(new byte[100]);
    assertThat(begun.get("urls").get(0).asString()).contains("content-length");
    assertThat(put(begun.get("urls").get(0).asString(), new byte[200]).statusCode()).isEqualTo(403);
  }

  @Test
  void a_file_that_is_too_large_does_not_begin() {
    ann.post("/api/uploads", Map.of("size", (8 << 20) + 1)).expectProblem(413, "too_large");
    ann.post("/api/uploads", Map.of("size", 0)).expectProblem(400, "invalid_field");
    ann.post("/api/uploads", Map.of()).expectProblem(400, "missing_field");
    Person.stranger(port).post("/api/uploads", Map.of("size", 1)).expect(401);
  }

  @Test
  void what_was_never_completed_is_swept_a_day_later() throws IOException {
    JsonNode begun = begin(new byte[100]);
    String id = begun.get("upload_id").asString();
    blobs.put("incoming/" + id, Files.createTempFile("left", ""), "text/plain");
    uploads.sweep();
    assertThat(isLeft(begun)).isTrue();
    sql.sql("UPDATE direct_uploads SET created_at = created_at - 86500000 WHERE id = :id")
        .param("id", id)
        .update();
    uploads.sweep();
    assertThat(isLeft(begun)).isFalse();
    complete(ann, begun, List.of(Map.of("number", 1, "etag", "\"0\""))).expect(404);
  }

  @Test
  void pages_may_send_to_the_store() {
    String url = begin(new byte[1]).get("urls").get(0).asString();
    String origin = url.replaceFirst("(https?://[^/]+).*", "$1");
    assertThat(ann.get("/api/auth/me").expect(200).header("Content-Security-Policy"))
        .contains("connect-src 'self' " + origin + ";");
  }
}
