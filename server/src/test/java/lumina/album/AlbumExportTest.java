package lumina.album;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import lumina.Person;
import lumina.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
class AlbumExportTest {
  @LocalServerPort private int port;
  @Autowired private JsonMapper json;

  private Map<String, JsonNode> exported(Person person) throws IOException {
    byte[] zip = person.get("/api/account/download").expect(200).bytes();
    Map<String, JsonNode> files = new HashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry file = in.getNextEntry(); file != null; file = in.getNextEntry()) {
        if (file.getName().endsWith(".json")) {
          files.put(file.getName(), json.readTree(in.readAllBytes()));
        }
      }
    }
    return files;
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }

  @Test
  void people_export_their_albums_with_members_and_of_those_of_others_their_own_photos_alone()
      throws IOException {
    Person ann = Person.signUp(port);
    Person bob = Person.signUp(port);
    ann.befriend(bob);
    String album = Albums.make(ann, "audience", "members", "contribute", "members");
    Albums.join(ann, album, bob).expect(200);
    String empty = Albums.make(ann, "title", "Plans");
    Albums.make(Person.signUp(port), "audience", "public");
    List<String> photos =
        List.of(Albums.upload(bob, 1).getFirst(), Albums.upload(ann, 1).getFirst());
    Albums.put(bob, album, photos.subList(0, 1)).expect(200);
    Albums.put(ann, album, photos.subList(1, 2)).expect(200);

    JsonNode anns = exported(ann).get("albums.json");
    assertThat(anns.findValuesAsString("album_id")).containsExactly(empty, album);
    assertThat(texts(anns.get(1).get("photo_ids"))).isEqualTo(photos);
    assertThat(anns.get(1).get("member_ids").get(0).asLong()).isEqualTo(bob.id());

    Map<String, JsonNode> ofBob = exported(bob);
    JsonNode bobs = ofBob.get("albums.json");
    assertThat(bobs.findValuesAsString("album_id")).containsExactly(album);
    assertThat(texts(bobs.get(0).get("photo_ids"))).isEqualTo(photos.subList(0, 1));
    assertThat(bobs.get(0).get("member_ids")).isEmpty();
    assertThat(ofBob.get("manifest.json").get("albums")).isEmpty();
    assertThat(ofBob.get("photos.json").findValuesAsString("photo_id"))
        .isEqualTo(photos.subList(0, 1));
    bob.delete(Albums.membership(album, bob)).expect(204);
    assertThat(exported(bob).get("albums.json")).isEmpty();
  }
}
