package lumina.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import lumina.media.Pictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Imports from a page.
@ServerTest
class PageImportTest {
  @LocalServerPort private int port;
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

  private String state(String id) {
    return ann.get("/api/imports/" + id).expect(200).json().get("state").asString();
  }
}
