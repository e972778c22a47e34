package lumina.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Map;
import lumina.Answer;
import lumina.Form;
import lumina.Person;
import lumina.media.Pictures;
import lumina.storage.Mounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The jar as users start it: again, twice, and with little memory.
class PackagedTest {
  @TempDir private Path data;

  @Test
  void sessions_and_photos_survive_a_restart() throws Exception {
    Person ann;
    String id;
    try (RunningLumina lumina = RunningLumina.on(data)) {
      ann = lumina.stranger().signUp();
      id = ann.uploadPhoto("caption", "before");
    }
    try (RunningLumina lumina = RunningLumina.on(data)) {
      Person again = lumina.withCookie(String.valueOf(ann.cookie()));
      assertThat(again.get("/api/photos/" + id).expect(200).json().get("caption").asString())
          .isEqualTo("before");
      again.post("/api/photos/" + id + "/comments", Map.of("text", "after")).expect(201);
    }
  }

  @Test
  void a_start_finds_the_beans_that_the_build_has_prepared_unless_settings_need_others()
      throws Exception {
    try (RunningLumina usual = RunningLumina.on(data)) {
      assertThat(usual.said()).contains("Starting AOT-processed Lumina");
    }
    Map<String, String> cloud = Map.of("STORAGE_BACKEND", "dynamodb");
    try (RunningLumina unfinished = RunningLumina.on(cloud, data)) {
      assertThat(unfinished.said()).contains("Starting Lumina").contains("AWS_REGION");
    }
  }

  @Test
  void a_second_server_on_the_same_data_is_refused_in_one_sentence() throws Exception {
    try (RunningLumina first = RunningLumina.on(data);
        RunningLumina second = RunningLumina.on(data)) {
      assertThat(second.exitCode()).isNotZero();
      assertThat(second.said())
          .contains("Another Lumina is running on " + data)
          .doesNotContain("\tat ");
      first.stranger().get("/api/health").expect(200);
    }
  }

  @Test
  void a_hundred_megapixels_are_taken_in_with_a_small_heap() throws Exception {
    try (RunningLumina lumina = RunningLumina.on(data, "-Xmx128m")) {
      Person ann = lumina.stranger().signUp();
      byte[] jpeg = Pictures.write(Pictures.quarters(10_000, 10_000), "jpg");
      Answer answer = ann.upload(new Form().file("huge.jpg", jpeg)).expect(201);
      assertThat(answer.json().get("width").asInt()).isEqualTo(10_000);
      ann.get(answer.json().get("thumbnail_url").asString()).expect(200);
    }
  }

  @Test
  void a_start_on_a_read_only_disk_shows_what_is_there() throws Exception {
    Person ann;
    String photo;
    try (RunningLumina lumina = RunningLumina.on(data)) {
      ann = lumina.stranger().signUp();
      photo = "/api/photos/" + ann.uploadPhoto();
    }
    assumeTrue(Mounts.readOnly(data), "this system lets nobody mount a disk for this test");
    try (RunningLumina lumina = RunningLumina.on(data)) {
      Person again = lumina.withCookie(String.valueOf(ann.cookie()));
      again.get(photo + "/image/large").expect(200);
      again.put(photo + "/like").expectProblem(503, "store_unavailable");
    } finally {
      assertThat(Mounts.unmount(data)).isTrue();
    }
  }
}
