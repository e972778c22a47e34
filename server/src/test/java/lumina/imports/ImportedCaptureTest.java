package lumina.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import lumina.Person;
import lumina.ServerTest;
import lumina.access.Audience;
import lumina.media.Exif;
import lumina.media.Pictures;
import lumina.media.TiffBlock;
import lumina.storage.DataFolder;
import lumina.upload.PhotoRederivation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
class ImportedCaptureTest {
  private static final String ABOUT =
      """
      {"title": "%s.jpg", "photoTakenTime": {"timestamp": "1556892000"},
       "geoData": {"latitude": 38.7, "longitude": -9.1}}
      """;

  /// North of the equator, east of Greenwich.
  private static final byte[] LOCATED =
      Exif.inJpeg(
          Pictures.photo(60, 90),
          TiffBlock.exif(
              Map.of(0x10F, "Maker"),
              Map.of(0x8827, 200),
              Map.of(
                  1,
                  "N",
                  2,
                  new int[] {52, 1, 30, 1, 0, 1},
                  3,
                  "E",
                  4,
                  new int[] {13, 1, 0, 1, 0, 1})));

  @LocalServerPort private int port;
  @Autowired private DataFolder data;
  @Autowired private JsonMapper json;
  @Autowired private PhotoRederivation rederivation;
  @TempDir private Path folder;

  @Test
  void what_an_export_knew_of_a_photo_is_kept_when_its_sizes_are_made_anew() throws Exception {
    Person ann = Person.signUp(port);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("Takeout/plain.jpg", Pictures.photo(90, 60));
    files.put("Takeout/located.jpg", LOCATED);
    for (String name : new String[] {"plain", "located"}) {
      files.put("Takeout/" + name + ".jpg.json", ABOUT.formatted(name).getBytes(UTF_8));
    }
    Path zip = Files.write(folder.resolve("takeout.zip"), Zips.of(files));
    var _ = new HandedImport(data, json, folder).run(ann, Audience.PRIVATE, zip);
    Map<String, String> before = told(ann);
    assertThat(before.values())
        .containsExactlyInAnyOrder(
            told(1_556_892_000_000L, 38.7, -9.1), told(1_556_892_000_000L, 52.5, 13));
    for (String id : before.keySet()) {
      assertThat(rederivation.rederive(id)).isTrue();
    }
    assertThat(told(ann)).isEqualTo(before);
  }

  private static String told(long at, double latitude, double longitude) {
    return "%d {\"latitude\":%s,\"longitude\":%s}".formatted(at, latitude, longitude);
  }

  private static Map<String, String> told(Person owner) {
    Map<String, String> told = new LinkedHashMap<>();
    for (JsonNode photo : owner.get("/api/photos?scope=profile").expect(200).json()) {
      told.put(
          photo.get("photo_id").asString(),
          photo.get("taken_at").asLong() + " " + photo.get("place"));
    }
    return told;
  }
}
