package lumina.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import lumina.Form;
import lumina.Person;
import lumina.ServerTest;
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

/// What a page is told about its imports.
@ServerTest
class PageImportProgressTest {
  @LocalServerPort private int port;
  @Autowired private PageImportStore store;
  @Autowired private ImportJob job;
  @Autowired private PhotoImport photoImport;
  @Autowired private BlobStore blobs;
  @Autowired private DataFolder folder;
  @Autowired private JsonMapper json;
  @Autowired private JdbcClient sql;
  @Autowired private Clock clock;
  private Person ann = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
  }

  private String begin() {
    return ann.post("/api/imports", Map.of()).expect(201).json().get("import_id").asString();
  }

  /// Begins an import, and sends it a zip.
  private String begin(Map<String, byte[]> pictures) throws IOException {
    String id = begin();
    ann.send(
            ann.request("/api/imports/" + id + "/files/0")
                .header("Content-Type", "application/zip")
                .PUT(BodyPublishers.ofByteArray(Zips.of(pictures))))
        .expect(200);
    return id;
  }

  @Test
  void files_are_counted_and_called_by_the_names_that_people_know() throws Exception {
    String id = begin();
    byte[] noZip = {1, 2, 3};
    Map<Integer, String> names = Map.of(1, "Fahrt nach Köln.zip", 3, "../My Takeout.tgz", 4, "");
    TusClient tus = new TusClient(ann);
    for (int number : new int[] {1, 3, 4, 4}) {
      String upload =
          tus.begin(
              3,
              "import",
              id,
              "number",
              "" + number,
              "filename",
              String.valueOf(names.get(number)));
      tus.send(upload, noZip, 0, 3).expect(204);
    }
    assertThat(ann.get("/api/imports/" + id).expect(200).json().get("files").asInt()).isEqualTo(3);
    ann.post("/api/imports/" + id + "/start").expect(200);
    await().until(() -> state(id).equals("done"));

    List<String> report =
        ann.get("/api/imports/" + id + "/report").expect(200).text().lines().toList();
    assertThat(report).hasSize(3);
    assertThat(report.get(0)).contains("\"Fahrt nach Köln.zip\"", "download it again");
    assertThat(report.get(1)).contains("\"My Takeout.tgz\"", "only zips are read");
    assertThat(report.get(2)).contains("\"4.zip\"");
  }

  @Test
  void an_import_that_nobody_goes_on_with_makes_room_for_another_one() throws Exception {
    String first = begin();
    begin();
    String third = begin();
    String sentence =
        ann.post("/api/imports", Map.of())
            .expectProblem(409, "too_many_imports")
            .json()
            .get("detail")
            .asString();
    assertThat(sentence).contains("delete one that was begun and never started");
    long hours = clock.millis() - Duration.ofHours(2).toMillis();
    sql.sql("UPDATE imports SET updated_at = :then WHERE user_id = :user")
        .param("then", hours)
        .param("user", ann.id())
        .update();
    TusClient tus = new TusClient(ann);
    String upload = tus.begin(4, "import", first, "number", "1");
    tus.send(upload, new byte[4], 0, 2).expect(204);
    store.move(third, ImportState.RECEIVING, ImportState.RUNNING);

    String fourth = begin();

    assertThat(ann.get("/api/imports").expect(200).json().findValuesAsString("import_id"))
        .as("the second one is replaced: the first gets bytes, the third runs")
        .containsExactlyInAnyOrder(first, third, fourth);
    ann.post("/api/imports", Map.of()).expectProblem(409, "too_many_imports");
  }

  /// An earlier attempt was killed when it had added a photo.
  @Test
  void what_an_import_added_before_it_was_killed_counts_as_added() throws Exception {
    byte[] known = Pictures.photo(60, 50);
    byte[] twice = Pictures.photo(70, 50);
    ann.upload(new Form().file("known.jpg", known)).expect(201);
    String id = begin(Map.of("known.jpg", known, "a.jpg", twice, "b.jpg", twice));
    store.move(id, ImportState.RECEIVING, ImportState.RUNNING);
    BlobStore killed =
        new InterceptedBlobs(
            blobs,
            key -> {
              if (key.endsWith("report.jsonl")) {
                throw new IOException("killed");
              }
            });
    assertThatThrownBy(() -> new ImportJob(store, killed, folder, photoImport, json).run(id));

    job.run(id);

    JsonNode counts = ann.get("/api/imports/" + id).expect(200).json().get("counts");
    assertThat(counts.get("added").asLong()).isEqualTo(1);
    assertThat(counts.get("here_already").asLong()).isEqualTo(2);
  }

  private String state(String id) {
    return ann.get("/api/imports/" + id).expect(200).json().get("state").asString();
  }
}
