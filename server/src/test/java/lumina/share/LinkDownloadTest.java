package lumina.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import lumina.Answer;
import lumina.Form;
import lumina.Person;
import lumina.ServerTest;
import lumina.media.Exif;
import lumina.media.Pictures;
import lumina.media.TiffBlock;
import lumina.share.Shares.Link;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Which files people get who have a link.
@ServerTest
class LinkDownloadTest {
  private static final byte[] LOCATED = Exif.inJpeg(Pictures.photo(300, 200), TiffBlock.exif(6));

  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person visitor = Person.stranger(0);
  private String photo = "";

  @BeforeEach
  void upload() {
    ann = Person.signUp(port);
    visitor = Person.stranger(port);
    Form form = new Form().field("audience", "public").file("IMG_1.JPG", LOCATED);
    photo = ann.upload(form).expect(201).json().get("photo_id").asString();
  }

  private byte[] full(Person person, Link link) {
    Answer answer = person.get(link.photo(photo) + "/image/full").expect(200);
    assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
    return answer.bytes();
  }

  @Test
  void a_link_of_an_album_offers_the_originals_of_its_owner_alone() throws IOException {
    Person bob = Person.signUp(port);
    ann.befriend(bob);
    Map<String, String> draft =
        Map.of("title", "Us", "audience", "members", "contribute", "members");
    String album = bob.post("/api/albums", draft).expect(201).json().get("album_id").asString();
    bob.put("/api/albums/" + album + "/members/" + ann.id()).expect(200);
    String mine = "{\"photo_ids\":[\"%s\"]}".formatted(photo);
    ann.json("PUT", "/api/albums/" + album + "/photos", mine).expect(200);
    Map<String, String> asked = Map.of("album_id", album, "download", "original");
    Link link = Shares.link(bob.post("/api/shares", asked).expect(201));
    assertThat(Exif.tracesIn(full(visitor, link))).isEmpty();
    assertThat(Exif.tracesIn(full(bob, link))).isEmpty();
    assertThat(Exif.tracesIn(zipped(link))).isEmpty();
  }

  private byte[] zipped(Link link) throws IOException {
    Answer zip = visitor.get(link.api() + "/download").expect(200);
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.bytes()))) {
      assertThat(in.getNextEntry().getName()).isEqualTo("IMG_1.JPG");
      return in.readAllBytes();
    }
  }

  @Test
  void a_clean_download_holds_no_private_metadata_whoever_asks() throws IOException {
    Link link = Shares.of(ann, List.of(photo));
    assertThat(Exif.tracesIn(full(visitor, link))).isEmpty();
    assertThat(Exif.tracesIn(full(ann, link))).isEmpty();
    assertThat(Exif.tracesIn(zipped(link))).isEmpty();
  }

  @Test
  void an_original_is_the_file_as_it_was_uploaded() throws IOException {
    Link link = Shares.of(ann, List.of(photo), "download", "original");
    assertThat(full(visitor, link)).isEqualTo(LOCATED);
    assertThat(zipped(link)).isEqualTo(LOCATED);
    String address = visitor.get(link.photo(photo)).json().get("image_url").asString();
    assertThat(visitor.get(address).expect(200).bytes()).isEqualTo(LOCATED);
    ann.json("PATCH", link.own(), "{\"download\":\"none\"}").expect(200);
    visitor.get(address).expectProblem(404, "not_found");
    visitor.get(link.api() + "/download").expectProblem(404, "not_found");
  }
}
