package lumina.image;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import lumina.Answer;
import lumina.Form;
import lumina.Person;
import lumina.ServerTest;
import lumina.album.Albums;
import lumina.blob.BlobStore;
import lumina.media.Clips;
import lumina.media.Exif;
import lumina.media.Pictures;
import lumina.media.TiffBlock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class DownloadTest {
  private static final byte[] LOCATED = Exif.inJpeg(Pictures.photo(300, 200), TiffBlock.exif(6));

  @LocalServerPort private int port;
  @Autowired private BlobStore blobs;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
  }

  private static String upload(Person owner, String fileName, byte[] file) {
    return owner
        .upload(new Form().file(fileName, file))
        .expect(201)
        .json()
        .get("photo_id")
        .asString();
  }

  private static Map<String, byte[]> unzip(Answer answer) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream in =
        new ZipInputStream(new ByteArrayInputStream(answer.expect(200).bytes()))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }

  private static Answer download(Person reader, String... photos) {
    return reader.get("/api/photos/download?photo_ids=" + String.join(",", photos));
  }

  @Test
  void owners_get_their_originals_under_their_names_each_once() throws IOException {
    String first = upload(ann, "IMG_1.JPG", LOCATED);
    String second = upload(ann, "img_1.jpg", Pictures.photo(40, 30));
    String third = upload(ann, "Sea.jpg", Pictures.photo(30, 40));
    String fourth = upload(ann, "x".repeat(300) + ".jpeg", Pictures.photo(20, 30));
    Map<String, byte[]> files = unzip(download(ann, third, first, second, first, fourth));
    assertThat(files.keySet())
        .containsExactly("Sea.jpg", "IMG_1.JPG", "img_1 (2).jpg", "x".repeat(195) + ".jpeg");
    assertThat(files.get("IMG_1.JPG")).isEqualTo(LOCATED);
    assertThat(unzip(ann.get("/api/photos/download?photo_ids=" + first + "&photo_ids=" + third)))
        .containsOnlyKeys("IMG_1.JPG", "Sea.jpg");
    String mixed = "%s,%s&photo_ids=%s".formatted(first, second, third);
    assertThat(unzip(ann.get("/api/photos/download?photo_ids=" + mixed))).hasSize(3);
  }

  @Test
  void a_live_photo_comes_with_its_movie_as_it_was_sent_or_as_browsers_play_it()
      throws IOException {
    byte[] picture = Pictures.photo(64, 48);
    byte[] movie = Clips.mp4("-metadata", "comment=secret");
    Form live = new Form().file("IMG_7.JPG", picture).file("motion", "IMG_7.MOV", movie);
    String id = ann.upload(live).expect(201).json().get("photo_id").asString();
    assertThat(unzip(download(ann, id)))
        .containsOnly(Map.entry("IMG_7.JPG", picture), Map.entry("IMG_7.mov", movie));
    Map<String, byte[]> others = unzip(download(bob, id));
    assertThat(others).containsOnlyKeys("IMG_7.JPG", "IMG_7.mp4");
    assertThat(Clips.probe(requireNonNull(others.get("IMG_7.mp4"))))
        .contains("h264")
        .doesNotContain("secret");
  }

  @Test
  void others_get_what_they_may_see_without_private_metadata() throws IOException {
    String open = upload(ann, "open.jpg", LOCATED);
    String hidden = ann.uploadPhoto("audience", "private");
    Map<String, byte[]> files = unzip(download(bob, open, hidden, "nothing"));
    assertThat(files).containsOnlyKeys("open.jpg");
    assertThat(files.values()).allSatisfy(file -> assertThat(Exif.tracesIn(file)).isEmpty());
    download(bob, hidden).expectProblem(404, "not_found");
    download(Person.stranger(port), open).expect(401);
  }

  @Test
  void a_video_that_nobody_can_play_yet_is_named_to_others_and_given_to_its_owner()
      throws IOException {
    byte[] movie = Clips.mp4();
    String id = upload(ann, "clip.mp4", movie);
    String open = upload(ann, "open.jpg", Pictures.photo(40, 30));
    blobs.delete(List.of("photos/" + id + "_video.mp4"));
    assertThat(unzip(download(ann, id, open)).get("clip.mp4")).isEqualTo(movie);
    Map<String, byte[]> others = unzip(download(bob, id, open));
    assertThat(others).containsOnlyKeys("open.jpg", "Missing videos.txt");
    assertThat(new String(requireNonNull(others.get("Missing videos.txt")), StandardCharsets.UTF_8))
        .contains("clip.mp4");
  }

  @Test
  void an_album_is_downloaded_in_its_order_and_only_what_is_ones_own_as_it_was_uploaded()
      throws IOException {
    ann.befriend(bob);
    String album = Albums.make(ann, "audience", "members", "contribute", "members");
    Albums.join(ann, album, bob).expect(200);
    String anns = upload(ann, "a.jpg", LOCATED);
    String bobs = upload(bob, "b.jpg", LOCATED);
    String trashed = upload(ann, "c.jpg", LOCATED);
    Albums.put(ann, album, List.of(trashed, anns)).expect(200);
    Albums.put(bob, album, List.of(bobs), anns).expect(200);
    ann.post("/api/photos/" + trashed + "/trash").expect(200);
    for (Person reader : List.of(ann, bob)) {
      Answer answer = reader.get("/api/photos/download?album=" + album);
      assertThat(answer.header("Content-Type")).isEqualTo("application/zip");
      Map<String, byte[]> files = unzip(answer);
      assertThat(files.keySet()).containsExactly("b.jpg", "a.jpg");
      boolean isAnn = reader.equals(ann);
      assertThat(files.get(isAnn ? "a.jpg" : "b.jpg")).isEqualTo(LOCATED);
      assertThat(Exif.tracesIn(requireNonNull(files.get(isAnn ? "b.jpg" : "a.jpg")))).isEmpty();
    }
    Person stranger = Person.stranger(port);
    stranger.get("/api/photos/download?album=" + album).expectProblem(401, "not_signed_in");
    assertThat(unzip(ann.get("/api/photos/download?album=" + Albums.make(ann)))).isEmpty();
  }

  @Test
  void a_request_without_photos_or_with_too_many_is_refused() {
    ann.get("/api/photos/download").expectProblem(400, "missing_field");
    download(ann, "").expectProblem(400, "missing_field");
    String id = ann.uploadPhoto();
    download(ann, id, ids(999)).expect(200);
    download(ann, id, ids(1_000)).expectProblem(400, "too_many_photos");
  }

  private static String ids(int count) {
    return IntStream.range(0, count).mapToObj("%032x"::formatted).collect(Collectors.joining(","));
  }

  @Test
  void no_name_leads_out_of_the_folder_into_which_the_zip_is_unpacked() {
    ZipNames names = new ZipNames();
    assertThat(names.of("../../etc/passwd")).isEqualTo("_.._etc_passwd");
    assertThat(names.of("C:\\x?.jpg")).isEqualTo("C__x_.jpg");
    assertThat(names.of("...")).isEqualTo("photo");
    assertThat(names.of("photo")).isEqualTo("photo (2)");
    assertThat(names.of(".hidden")).isEqualTo("hidden");
    assertThat(names.of("海".repeat(200) + ".jpg").getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThan(255)
        .endsWith(".jpg".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void long_names_are_cut_between_characters_and_fit_into_file_systems() throws IOException {
    byte[] picture = Pictures.photo(64, 48);
    String waves = upload(ann, "x".repeat(195) + "👍🏽.jpg", picture);
    String sea = upload(ann, "海".repeat(71) + "👍🏽海.jpg", picture);
    String odd = upload(ann, "a." + "海".repeat(150), picture);
    assertThat(unzip(download(ann, waves, sea, odd)).keySet())
        .containsExactly("x".repeat(195) + ".jpg", "海".repeat(71) + ".jpg", "a." + "海".repeat(72));
  }
}
