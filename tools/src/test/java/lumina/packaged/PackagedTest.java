package lumina.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import lumina.Answer;
import lumina.Form;
import lumina.Person;
import lumina.media.Pictures;
import lumina.process.LuminaProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The jar as users start it: again, twice, and with little memory.
class PackagedTest {
  @TempDir private Path data;

  private LuminaProcess start(Map<String, String> more, String... options) throws IOException {
    Map<String, String> settings = new HashMap<>(more);
    settings.putAll(Map.of("LUMINA_DATA", data.toString(), "PORT", "0"));
    return LuminaProcess.packaged(settings, options).untilReady();
  }

  @Test
  void sessions_and_photos_survive_a_restart() throws Exception {
    Person ann;
    String id;
    try (LuminaProcess lumina = start(Map.of())) {
      ann = Person.stranger(lumina.address()).signUp();
      id = ann.uploadPhoto("caption", "before");
    }
    try (LuminaProcess lumina = start(Map.of())) {
      Person again = ann.at(lumina.address());
      assertThat(again.get("/api/photos/" + id).expect(200).json().get("caption").asString())
          .isEqualTo("before");
      again.post("/api/photos/" + id + "/comments", Map.of("text", "after")).expect(201);
    }
  }

  @Test
  void a_start_finds_the_beans_that_the_build_has_prepared_and_keeps_a_second_server_away()
      throws Exception {
    try (LuminaProcess first = start(Map.of());
        LuminaProcess second = start(Map.of())) {
      assertThat(first.said()).contains("Starting AOT-processed Lumina");
      assertThat(second.exitCode()).isNotZero();
      assertThat(second.said())
          .contains("Another Lumina is running on " + data)
          .doesNotContain("\tat ");
      Person.stranger(first.address()).get("/api/health").expect(200);
    }
  }

  @Test
  void a_start_makes_other_beans_than_those_of_the_build_if_settings_need_them() throws Exception {
    Map<String, String> cloud = Map.of("STORAGE_BACKEND", "dynamodb");
    try (LuminaProcess unfinished = start(cloud)) {
      assertThat(unfinished.said()).contains("Starting Lumina").contains("AWS_REGION");
    }
  }

  @Test
  void a_hundred_megapixels_are_taken_in_with_a_small_heap() throws Exception {
    try (LuminaProcess lumina = start(Map.of(), "-Xmx128m")) {
      Person ann = Person.stranger(lumina.address()).signUp();
      byte[] jpeg = Pictures.write(Pictures.quarters(10_000, 10_000), "jpg");
      Answer answer = ann.upload(new Form().file("huge.jpg", jpeg)).expect(201);
      assertThat(answer.json().get("width").asInt()).isEqualTo(10_000);
      ann.get(answer.json().get("thumbnail_url").asString()).expect(200);
    }
  }
}
