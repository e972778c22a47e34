package lumina.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.media.Pictures;
import lumina.upload.tus.TusClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// What an import from a page may be, who may touch it, and for how long it is kept.
@ServerTest
class PageImportLimitsTest {
  @LocalServerPort private int port;
  @Autowired private PageImports imports;
  @Autowired private PageImportStore store;
  @Autowired private BlobStore blobs;
  @Autowired private JdbcClient sql;
  @TempDir private Path folder;
  private Person ann = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
  }

  private String begin(Map<String, Object> asked) {
    return ann.post("/api/imports", asked).expect(201).json().get("import_id").asString();
  }

  private static Answer send(Person person, String id, String number, byte[] zip) {
    return person.send(
        person
            .request("/api/imports/%s/files/%s".formatted(id, number))
            .header("Content-Type", "application/zip")
            .PUT(BodyPublishers.ofByteArray(zip)));
  }

  private JsonNode progress(String id) {
    return ann.get("/api/imports/" + id).expect(200).json();
  }

  @ParameterizedTest
  @CsvSource({"private, private", ", private", "friends, friends", "public, public"})
  void photos_of_an_import_have_the_audience_that_was_asked_for_and_else_none(
      String asked, String audience) throws IOException {
    String id = begin(asked == null ? Map.of() : Map.of("audience", asked));
    assertThat(progress(id).get("audience").asString()).isEqualTo(audience);
    assertThat(progress(id).get("albums").asBoolean()).isFalse();
    byte[] zip = Zips.of(Map.of("Trip/a.jpg", Pictures.photo(70, 50)));
    send(ann, id, "0", zip).expect(200);
    ann.post("/api/imports/" + id + "/start").expect(200);
    await().until(() -> progress(id).get("state").asString().equals("done"));
    JsonNode photo = ann.get("/api/photos?scope=profile").expect(200).json().get(0);
    assertThat(photo.get("audience").asString()).isEqualTo(audience);
    assertThat(ann.get("/api/albums").expect(200).json()).isEmpty();
    int status = audience.equals("public") ? 200 : 404;
    Person.stranger(port).get("/api/photos/" + photo.get("photo_id").asString()).expect(status);
  }

  @Test
  void what_is_no_import_of_mine_or_no_file_of_it_is_refused_and_not_kept() throws IOException {
    ann.post("/api/imports", Map.of("audience", "everybody"))
        .expectProblem(400, "invalid_audience");
    assertThat(ann.get("/api/imports").expect(200).json()).isEmpty();
    String id = begin(Map.of());
    Person bob = Person.signUp(port);
    byte[] zip = Zips.of(Map.of("a.jpg", Pictures.photo(70, 50)));
    send(bob, id, "0", zip).expectProblem(404, "not_found");
    bob.post("/api/imports/" + id + "/start").expectProblem(404, "not_found");
    bob.get("/api/imports/" + id + "/report").expectProblem(404, "not_found");
    bob.delete("/api/imports/" + id).expectProblem(404, "not_found");
    Person.stranger(port).get("/api/imports").expectProblem(401, "not_signed_in");
    ann.get("/api/imports/" + id + "/report").expectProblem(404, "not_found");
    send(ann, id, "200", zip).expectProblem(400, "too_many_files");
    send(ann, id, "-1", zip).expectProblem(400, "too_many_files");
    new TusClient(ann)
        .create(9, "import", id, "number", "200")
        .expectProblem(400, "too_many_files");
    assertThat(progress(id).get("files").asInt()).isZero();
    send(ann, id, "199", zip).expect(200);
    assertThat(send(ann, id, "199", zip).expect(200).json().get("files").asInt()).isEqualTo(1);
  }

  @Test
  void an_import_is_kept_for_a_week_after_somebody_touched_it() throws IOException {
    String kept = begin(Map.of());
    String old = begin(Map.of());
    byte[] zip = Zips.of(Map.of("a.jpg", Pictures.photo(70, 50)));
    for (String id : List.of(kept, old)) {
      send(ann, id, "0", zip).expect(200);
    }
    touched(kept, Duration.ofDays(7).minusMinutes(1));
    touched(old, Duration.ofDays(7).plusMinutes(1));
    PageImport gone = store.find(old).orElseThrow();
    imports.sweep();
    assertThat(ann.get("/api/imports").expect(200).all("import_id")).containsExactly(kept);
    assertThat(isKept(gone.fileKey(0)) || isKept(gone.nameKey(0))).isFalse();
    assertThat(isKept(store.find(kept).orElseThrow().fileKey(0))).isTrue();
  }

  private void touched(String id, Duration ago) {
    sql.sql("UPDATE imports SET updated_at = :time WHERE import_id = :id")
        .param("time", System.currentTimeMillis() - ago.toMillis())
        .param("id", id)
        .update();
  }

  private boolean isKept(String key) throws IOException {
    try (Blob kept = blobs.find(key).orElse(null)) {
      return kept != null;
    }
  }

  /// More than a page shows.
  @Tag("local")
  @Test
  void an_account_takes_along_the_files_of_all_its_imports() throws Exception {
    String first = begin(Map.of());
    PageImport oldest = store.find(first).orElseThrow();
    Path report = java.nio.file.Files.writeString(folder.resolve("report"), "{}");
    blobs.put(oldest.reportKey(), report, "application/jsonl");
    done(first);
    for (int i = 0; i < 50; i++) {
      done(begin(Map.of()));
    }
    assertThat(ann.get("/api/imports").expect(200).all("import_id"))
        .hasSize(50)
        .doesNotContain(first);
    assertThat(progress(first).get("state").asString()).isEqualTo("done");
    assertThat(exported()).hasSize(51);
    ann.json("DELETE", "/api/account", "{\"password\":\"%s\"}".formatted(Person.PASSWORD))
        .expect(204);
    assertThat(isKept(oldest.reportKey())).isFalse();
  }

  private void done(String id) {
    assertThat(store.move(id, ImportState.RECEIVING, ImportState.DONE)).isTrue();
  }

  private List<Object> exported() {
    List<Object> all = new java.util.ArrayList<>();
    imports.each(ann.id(), all::add);
    return all;
  }

  @Test
  void bytes_for_an_import_that_went_on_without_them_are_refused_and_not_kept() throws IOException {
    String id = begin(Map.of());
    byte[] zip = Zips.of(Map.of("a.jpg", Pictures.photo(70, 50)));
    TusClient tus = new TusClient(ann);
    String started = tus.begin(zip.length, "import", id, "number", "1");
    tus.send(started, zip, 0, 100).expect(204);
    send(ann, id, "0", zip).expect(200);
    ann.post("/api/imports/" + id + "/start").expect(200);
    tus.send(started, zip, 100, zip.length).expectProblem(409, "import_started");
    tus.head(started).expect(404);
    await().until(() -> progress(id).get("state").asString().equals("done"));
    assertThat(progress(id).get("files").asInt()).isEqualTo(1);
    String other = begin(Map.of());
    String forgotten = tus.begin(zip.length, "import", other, "number", "0");
    ann.delete("/api/imports/" + other).expect(204);
    tus.send(forgotten, zip, 0, zip.length).expectProblem(404, "not_found");
    tus.head(forgotten).expect(404);
  }

  @Test
  void imports_that_are_not_done_count_however_many_are() {
    String first = begin(Map.of());
    String second = begin(Map.of());
    for (int i = 0; i < 50; i++) {
      done(begin(Map.of()));
    }
    begin(Map.of());
    ann.post("/api/imports", Map.of()).expectProblem(409, "too_many_imports");
    Stream.of(first, second).forEach(id -> ann.delete("/api/imports/" + id).expect(204));
    begin(Map.of());
  }
}
