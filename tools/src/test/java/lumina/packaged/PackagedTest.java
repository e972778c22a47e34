package lumina.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import lumina.Answer;
import lumina.Form;
import lumina.Person;
import lumina.media.Pictures;
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
  void a_start_finds_the_beans_that_the_build_has_prepared_and_keeps_a_second_server_away()
      throws Exception {
    try (RunningLumina first = RunningLumina.on(data);
        RunningLumina second = RunningLumina.on(data)) {
      assertThat(first.said()).contains("Starting AOT-processed Lumina");
      assertThat(second.exitCode()).isNotZero();
      assertThat(second.said())
          .contains("Another Lumina is running on " + data)
          .doesNotContain("\tat ");
      first.stranger().get("/api/health").expect(200);
    }
  }

  @Test
  void a_start_makes_other_beans_than_those_of_the_build_if_settings_need_them() throws Exception {
    Map<String, String> cloud = Map.of("STORAGE_BACKEND", "dynamodb");
    try (RunningLumina unfinished = RunningLumina.on(cloud, data)) {
      assertThat(unfinished.said()).contains("Starting Lumina").contains("AWS_REGION");
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
}
