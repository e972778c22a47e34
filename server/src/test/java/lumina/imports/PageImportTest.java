package lumina.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.media.Pictures;
import lumina.storage.DataFolder;
import lumina.upload.tus.TusClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Imports from a page.
@ServerTest
class PageImportTest {
  private static final String PASSWORD = "{\"password\":\"%s\"}".formatted(Person.PASSWORD);

  @LocalServerPort private int port;
  @Autowired private PageImportStore store;
  @Autowired private ImportJob job;
  @Autowired private PhotoImport photoImport;
  @Autowired private BlobStore blobs;
  @Autowired private DataFolder folder;
  @Autowired private JsonMapper json;
  @Autowired private JdbcClient sql;
  private Person ann = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("Trip/a.jpg"));
      zip.write(Pictures.photo(70, 50));
      zip.putNextEntry(new ZipEntry("Trip/notes.txt"));
      zip.write(1);
    }
    return bytes.toByteArray();
  }

  private Answer send(String id, byte[] bytes) {
    return ann.send(
        ann.request("/api/imports/" + id + "/files/0")
            .header("Content-Type", "application/zip")
            .PUT(BodyPublishers.ofByteArray(bytes)));
  }

  @Test
  void a_zip_that_a_page_sends_becomes_photos_and_a_report() throws Exception {
    JsonNode begun = ann.post("/api/imports", Map.of("albums", true)).expect(201).json();
    String id = begun.get("import_id").asString();
    ann.post("/api/imports/" + id + "/start").expectProblem(409, "import_empty");
    send(id, zip()).expect(200);
    ann.post("/api/imports/" + id + "/start").expect(200);
    ann.post("/api/imports/" + id + "/start").expectProblem(409, "import_started");

    await().until(() -> state(id).equals("done"));

    JsonNode counts = ann.get("/api/imports/" + id).expect(200).json().get("counts");
    assertThat(counts.get("added").asLong()).isEqualTo(1);
    assertThat(counts.get("not_read").asLong()).isEqualTo(1);
    assertThat(ann.get("/api/imports/" + id + "/report").expect(200).text())
        .contains("Trip/a.jpg", "Trip/notes.txt");
    assertThat(ann.get("/api/albums").expect(200).json().get(0).get("title").asString())
        .isEqualTo("Trip");
    Person.signUp(port).get("/api/imports/" + id).expect(404);
  }

  @Test
  void a_zip_goes_on_where_it_was_interrupted() throws Exception {
    String id = ann.post("/api/imports", Map.of()).expect(201).json().get("import_id").asString();
    TusClient tus = new TusClient(ann);
    byte[] zip = zip();
    String upload = tus.begin(zip.length, "import", id, "number", "0");
    assertThat(tus.send(upload, zip, 0, 100).expect(204).header("Lumina-Import-Id")).isNull();
    assertThat(tus.offset(upload)).isEqualTo(100);
    Answer last = tus.send(upload, zip, 100, zip.length).expect(204);
    assertThat(last.header("Lumina-Import-Id")).isEqualTo(id);
    assertThat(tus.send(upload, zip, zip.length, zip.length).expect(204).header("Upload-Offset"))
        .as("the answer may have got lost")
        .isEqualTo(String.valueOf(zip.length));
    ann.post("/api/imports/" + id + "/start").expect(200);
    await().until(() -> state(id).equals("done"));
    assertThat(photos()).isEqualTo(1);

    tus.create(zip.length, "import", id, "number", "0").expectProblem(409, "import_started");
    TusClient stranger = new TusClient(Person.signUp(port));
    stranger.create(zip.length, "import", id).expectProblem(404, "not_found");
    tus.create(zip.length, "import", id, "number", "x").expectProblem(400, "invalid_field");
  }

  private String begin(byte[] zip) {
    JsonNode begun = ann.post("/api/imports", Map.of()).expect(201).json();
    String id = begun.get("import_id").asString();
    send(id, zip).expect(200);
    return id;
  }

  private String start(byte[] zip) {
    String id = begin(zip);
    ann.post("/api/imports/" + id + "/start").expect(200);
    return id;
  }

  @Test
  void an_impossible_number_in_a_description_keeps_no_photo_out() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("p.jpg"));
      zip.write(Pictures.photo(70, 50));
      zip.putNextEntry(new ZipEntry("p.jpg.json"));
      zip.write(
          "{\"title\":\"p.jpg\",\"photoTakenTime\":{\"timestamp\":\"9223372036854775807\"}}"
              .getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("ok.jpg"));
      zip.write(Pictures.photo(50, 70));
    }
    String id = start(bytes.toByteArray());

    await().until(() -> state(id).equals("done"));

    JsonNode counts = ann.get("/api/imports/" + id).expect(200).json().get("counts");
    assertThat(counts.get("added").asLong()).isEqualTo(2);
  }

  @Test
  void an_import_that_failed_for_good_is_in_nobody_s_way() throws Exception {
    for (int i = 0; i < 3; i++) {
      String id = begin(zip());
      store.move(id, ImportState.RECEIVING, ImportState.RUNNING);
      ann.delete("/api/imports/" + id).expectProblem(409, "import_running");
      job.givenUp(id);
      assertThat(state(id)).isEqualTo("failed");
    }
    String another = begin(zip());
    ann.delete("/api/imports/" + another).expect(204);
    for (JsonNode failed : ann.get("/api/imports").expect(200).json()) {
      ann.delete("/api/imports/" + failed.get("import_id").asString()).expect(204);
    }
    assertThat(ann.get("/api/imports").expect(200).json()).isEmpty();
  }

  @Test
  void an_account_is_deleted_whole_while_an_import_runs() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < 20; i++) {
        zip.putNextEntry(new ZipEntry(i + ".jpg"));
        zip.write(Pictures.photo(70 + i, 50));
      }
    }
    PageImport running = store.find(start(bytes.toByteArray())).orElseThrow();
    await().until(() -> photos() > 0);

    ann.json("DELETE", "/api/account", PASSWORD).expect(204);

    assertThat(photos()).isZero();
    Person.stranger(port)
        .post("/api/auth/login", Map.of("username", ann.name(), "password", Person.PASSWORD))
        .expect(401);
    await().until(() -> jobs(running.importId()) == 0);
    assertThat(photos()).isZero();
    assertThat(isKept(running.reportKey()) || isKept(running.fileKey(0))).isFalse();
  }

  /// The account is deleted when the last file is read, and before the report is written.
  @Test
  void no_report_of_a_deleted_account_is_left() throws Exception {
    String id = begin(zip());
    store.move(id, ImportState.RECEIVING, ImportState.RUNNING);
    PageImport running = store.find(id).orElseThrow();
    BlobStore late =
        new InterceptedBlobs(
            blobs,
            key -> {
              if (key.equals(running.reportKey())) {
                ann.json("DELETE", "/api/account", PASSWORD).expect(204);
              }
            });

    new ImportJob(store, late, folder, photoImport, json).run(id);

    assertThat(isKept(running.reportKey()) || isKept(running.fileKey(0))).isFalse();
    assertThat(photos()).isZero();
  }

  private boolean isKept(String key) throws IOException {
    try (Blob kept = blobs.find(key).orElse(null)) {
      return kept != null;
    }
  }

  private long photos() {
    return sql.sql("SELECT count(*) FROM photos WHERE user_id = :user")
        .param("user", ann.id())
        .query(Long.class)
        .single();
  }

  private long jobs(String payload) {
    return sql.sql("SELECT count(*) FROM jobs WHERE task_data = :payload")
        .param("payload", payload)
        .query(Long.class)
        .single();
  }

  private String state(String id) {
    return ann.get("/api/imports/" + id).expect(200).json().get("state").asString();
  }
}
