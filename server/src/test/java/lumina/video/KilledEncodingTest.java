package lumina.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import lumina.Form;
import lumina.Person;
import lumina.ServerTest;
import lumina.job.JobQueue;
import lumina.media.Clips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Videos whose encoding is killed, as by a system that runs out of memory.
@ServerTest
@Isolated("It kills all encodings.")
class KilledEncodingTest {
  @LocalServerPort private int port;
  @Autowired private JdbcClient sql;
  @Autowired private JobQueue queue;

  @Test
  void a_video_whose_encoding_is_always_killed_is_given_up_and_its_original_stays()
      throws Exception {
    Person ann = Person.signUp(port);
    Person ben = Person.signUp(port);
    byte[] video = Clips.of("mov", Clips.picture("64x48", 1, "mpeg4"));
    Thread killer = Thread.startVirtualThread(KilledEncodingTest::kill);
    try {
      JsonNode photo = ann.upload(new Form().file("clip.mov", video)).expect(201).json();
      String id = photo.get("photo_id").asString();
      await().until(() -> failures(id) == 1);
      assertThat(status(ann, id)).isEqualTo("processing");
      assertThat(unzipped(ann, id)).containsOnly(entry("clip.mov", video));
      assertThat(unzipped(ben, id)).containsOnlyKeys("Missing videos.txt");
      ben.get(photo.get("image_url").asString()).expectProblem(404, "not_found");
      lastTry(id);
      await().until(() -> status(ann, id).equals("failed"));
      assertThat(ann.get(photo.get("image_url").asString()).expect(200).bytes()).isEqualTo(video);
    } finally {
      killer.interrupt();
    }
  }

  private static void kill() {
    while (!Thread.currentThread().isInterrupted()) {
      ProcessHandle.current()
          .descendants()
          .filter(process -> process.info().commandLine().orElse("").contains("libopenh264"))
          .forEach(ProcessHandle::destroyForcibly);
      LockSupport.parkNanos(5_000_000);
    }
  }

  private static Map<String, byte[]> unzipped(Person reader, String id) throws IOException {
    byte[] zip = reader.get("/api/photos/download?photo_ids=" + id).expect(200).bytes();
    Map<String, byte[]> files = new HashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }

  private static String status(Person ann, String id) {
    return ann.get("/api/photos/" + id).expect(200).json().get("status").asString();
  }

  private int failures(String id) {
    return sql.sql("SELECT consecutive_failures FROM jobs WHERE task_data = ? AND picked = 0")
        .param(id)
        .query((row, n) -> row.getInt(1))
        .optional()
        .orElse(0);
  }

  private void lastTry(String id) {
    sql.sql(
            """
            UPDATE jobs SET consecutive_failures = 11, execution_time = 0, version = version + 1
            WHERE task_data = ?
            """)
        .param(id)
        .update();
    queue.hasten(List.of("transcoding"));
  }
}
