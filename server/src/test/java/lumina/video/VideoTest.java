package lumina.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lumina.Answer;
import lumina.Form;
import lumina.Person;
import lumina.ServerTest;
import lumina.blob.BlobStore;
import lumina.media.Clips;
import lumina.photo.detail.PhotoKeys;
import lumina.upload.PhotoRederivation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Videos: which get in, who sees what of them, and when they play.
@ServerTest
class VideoTest {
  private static final String PLACE = "+48.8577+002.2950/";

  @LocalServerPort private int port;
  @Autowired private PhotoRederivation rederivation;
  @Autowired private BlobStore blobs;
  private Person ann = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
  }

  private static byte[] withMetadata() {
    return Clips.mp4(
        "-metadata",
        "creation_time=2024-05-01T10:30:15Z",
        "-metadata",
        "location=" + PLACE,
        "-metadata",
        "comment=Ann's secret");
  }

  private Answer send(byte[] video, String... fields) {
    Form form = new Form().file("clip.jpg", video);
    for (int i = 0; i < fields.length; i += 2) {
      form.field(fields[i], fields[i + 1]);
    }
    return ann.upload(form);
  }

  @Test
  void a_video_that_plays_everywhere_is_ready_at_once_and_others_get_it_without_metadata() {
    byte[] original = withMetadata();
    JsonNode photo = send(original).expect(201).json();
    assertThat(photo.get("kind").asString()).isEqualTo("video");
    assertThat(photo.get("status").asString()).isEqualTo("ready");
    assertThat(photo.get("motion").asBoolean()).isFalse();
    assertThat(photo.get("format").asString()).isEqualTo("mp4");
    assertThat(photo.get("duration_ms").asInt()).isBetween(900, 1_200);
    assertThat(photo.get("width").asInt()).isEqualTo(64);
    assertThat(photo.get("taken_from").asString()).isEqualTo("container");
    assertThat(photo.get("taken_at").asLong())
        .isEqualTo(Instant.parse("2024-05-01T10:30:15Z").toEpochMilli());
    assertThat(photo.get("place").get("latitude").asDouble()).isEqualTo(48.8577);

    Person stranger = Person.stranger(port);
    String full = photo.get("image_url").asString();
    assertThat(ann.get(full).expect(200).bytes()).isEqualTo(original);
    byte[] played = stranger.get(photo.get("video_url").asString()).expect(200).bytes();
    assertThat(stranger.get(full).expect(200).bytes()).isEqualTo(played);
    for (String secret : List.of("secret", "48.8577", "2024-05")) {
      assertThat(new String(played, StandardCharsets.ISO_8859_1)).doesNotContain(secret);
      assertThat(Clips.probe(played)).doesNotContain(secret);
    }
    for (String size : List.of("thumb", "small", "medium", "large")) {
      stranger
          .get("/api/photos/%s/image/%s".formatted(photo.get("photo_id").asString(), size))
          .expect(200);
    }
  }

  @Test
  void a_video_is_sent_in_ranges_to_those_who_may_see_the_photo() {
    JsonNode photo = send(Clips.mp4(), "audience", "private").expect(201).json();
    String url = photo.get("video_url").asString();
    Answer part = ann.send(ann.request(url).header("Range", "bytes=4-7").GET()).expect(206);
    assertThat(new String(part.bytes(), StandardCharsets.ISO_8859_1)).isEqualTo("ftyp");
    assertThat(part.header("Content-Type")).isEqualTo("video/mp4");
    Person.stranger(port).get(url).expectProblem(404, "not_found");
    Person.signUp(port).get(url).expectProblem(404, "not_found");
    ann.delete("/api/photos/" + photo.get("photo_id").asString()).expect(200);
    ann.get(url).expectProblem(404, "not_found");
  }

  static Stream<byte[]> others() {
    return Stream.of(Clips.webm(), Clips.mpeg4("mov"), Clips.mpeg4("matroska"), Clips.mpeg4("avi"));
  }

  @Tag("local")
  @ParameterizedTest
  @MethodSource("others")
  void other_videos_play_when_they_are_transcoded(byte[] video) throws Exception {
    JsonNode photo = send(video).expect(201).json();
    String id = photo.get("photo_id").asString();
    assertThat(photo.get("kind").asString()).isEqualTo("video");
    JsonNode ready = ready(id);
    byte[] played = ann.get(ready.get("video_url").asString()).expect(200).bytes();
    assertThat(Clips.probe(played)).contains("codec_name=\"h264\"").contains("width=64");
    assertThat(new String(played, StandardCharsets.ISO_8859_1).indexOf("moov"))
        .as("it begins to play before it is there")
        .isLessThan(new String(played, StandardCharsets.ISO_8859_1).indexOf("mdat"));
  }

  @Tag("local")
  @Test
  void a_video_whose_encoded_file_is_lost_is_encoded_again() throws Exception {
    String id = send(Clips.mpeg4("avi")).expect(201).json().get("photo_id").asString();
    String url = ready(id).get("video_url").asString();
    blobs.delete(List.of(PhotoKeys.video(id)));
    ann.get(url).expectProblem(404, "not_found");

    assertThat(rederivation.rederive(id)).isTrue();

    assertThat(ann.get("/api/photos/" + id).expect(200).json().get("status").asString())
        .isEqualTo("processing");
  }

  /// Encodings give way to everything else that the machine does.
  private JsonNode ready(String id) {
    JsonNode photo =
        await()
            .atMost(Duration.ofMinutes(3))
            .until(
                () -> ann.get("/api/photos/" + id).expect(200).json(),
                it -> !it.get("status").asString().equals("processing"));
    assertThat(photo.get("status").asString()).isEqualTo("ready");
    return photo;
  }

  private static byte[] filmed(int seconds, int sound) {
    String both =
        "testsrc=size=64x48:rate=10:duration=%d[v];sine=duration=%d[a]".formatted(seconds, sound);
    List<String> arguments = new ArrayList<>(List.of("-filter_complex", both));
    arguments.addAll(List.of("-map", "[v]", "-map", "[a]", "-pix_fmt", "yuv420p"));
    arguments.addAll(List.of("-c:v", "libopenh264", "-c:a", "aac"));
    return Clips.of("mp4", arguments);
  }

  static Stream<Arguments> lengths() {
    byte[] ten = filmed(10, 10);
    byte[] one = filmed(1, 1);
    int hours = (int) Duration.ofHours(10).toSeconds();
    return Stream.of(
        Arguments.of("says less", Clips.saying(1, ten, "mvhd", "mdhd"), 10, 100),
        Arguments.of("says more", Clips.saying(hours, one, "mvhd", "mdhd", "elst"), 1, 10),
        Arguments.of("is cut", Clips.saying(2, ten, "mvhd", "mdhd", "elst"), 2, 20),
        Arguments.of("is silent in the end", filmed(10, 2), 10, 100));
  }

  @Tag("local")
  @ParameterizedTest(name = "{0}")
  @MethodSource("lengths")
  void a_video_is_as_long_as_what_is_shown_of_it_whatever_it_says(
      String what, byte[] video, int seconds, int frames) throws Exception {
    JsonNode photo = send(video).expect(201).json();
    JsonNode ready = ready(photo.get("photo_id").asString());
    assertThat(ready.get("duration_ms").asLong())
        .isBetween(seconds * 1_000L - 100, seconds * 1_000L + 200);
    byte[] played = ann.get(ready.get("video_url").asString()).expect(200).bytes();
    assertThat(Clips.probe(played)).contains("nb_frames=\"%d\"".formatted(frames));
  }

  static Stream<byte[]> partlyTagged() {
    return Stream.of(
        Clips.mp4("-bsf:v", "h264_metadata=matrix_coefficients=9"),
        Clips.mp4("-bsf:v", "h264_metadata=matrix_coefficients=10"),
        Clips.mp4("-bsf:v", "h264_metadata=matrix_coefficients=8"),
        Clips.mp4("-bsf:v", "h264_metadata=transfer_characteristics=16"),
        Clips.tagged("bt2020nc"),
        Clips.tagged("ycgco"),
        Clips.tagged("gbr"));
  }

  @Tag("local")
  @ParameterizedTest
  @MethodSource("partlyTagged")
  void a_video_that_says_only_a_part_of_its_colours_plays(byte[] video) throws Exception {
    JsonNode photo = send(video).expect(201).json();
    ready(photo.get("photo_id").asString());
  }

  static Stream<byte[]> bad() {
    byte[] good = Clips.mp4("-movflags", "+faststart");
    return Stream.of(
        Arrays.copyOf(good, good.length / 2),
        Arrays.copyOf(Clips.mp4(), 2_000),
        "\0\0\0\24ftypisom\0\0\2\0isomffconcat version 1.0\nfile '/etc/passwd'\n"
            .getBytes(StandardCharsets.ISO_8859_1),
        "\0\0\0\20ftypisom\0\0\0\0\77\377\377\377moov".getBytes(StandardCharsets.ISO_8859_1),
        "\32E\337\243webm".getBytes(StandardCharsets.ISO_8859_1));
  }

  @Tag("local")
  @ParameterizedTest
  @MethodSource("bad")
  void broken_videos_and_scripts_are_refused(byte[] file) {
    send(file).expectProblem(400, "unsupported_image");
  }

  @Tag("local")
  @Test
  void a_video_is_no_profile_picture() {
    Form form = new Form().file("me.jpg", Clips.mp4());
    ann.send(
            ann.request("/api/users/profile-picture")
                .header("Content-Type", form.contentType())
                .POST(BodyPublishers.ofByteArray(form.bytes())))
        .expectProblem(400, "not_an_image");
  }
}
