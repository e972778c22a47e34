package lumina.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import lumina.Form;
import lumina.Person;
import lumina.ServerTest;
import lumina.media.Clips;
import lumina.media.Pictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Photos with a moving part.
@ServerTest
class MotionTest {
  private static final String SECRET = "Ann's secret";
  private static final byte[] PICTURE = Pictures.photo(64, 48);
  private static final byte[] BROKEN = Clips.undecodable();

  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private final byte[] moving = Clips.mp4("-metadata", "comment=" + SECRET);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
  }

  @Test
  void the_movie_behind_a_picture_plays_and_others_get_the_picture_alone() {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(PICTURE);
    both.writeBytes(moving);
    both.writeBytes("SEFH and more of the phone".getBytes(StandardCharsets.ISO_8859_1));
    JsonNode photo =
        ann.upload(new Form().file("motion.jpg", both.toByteArray())).expect(201).json();
    plays(photo);
    Person stranger = Person.stranger(port);
    String full = photo.get("image_url").asString();
    assertThat(ann.get(full).expect(200).bytes()).isEqualTo(both.toByteArray());
    assertThat(stranger.get(full).expect(200).bytes()).hasSizeLessThanOrEqualTo(PICTURE.length);
  }

  @Tag("local")
  @Test
  void a_movie_that_comes_beside_a_picture_plays() {
    Form form = new Form().file("live.jpg", PICTURE).file("motion", "live.mov", moving);
    plays(ann.upload(form).expect(201).json());
  }

  @Test
  void a_picture_that_is_here_without_its_movie_is_no_duplicate_of_both() {
    ann.upload(new Form().file("live.jpg", PICTURE)).expect(201);
    Form both =
        new Form()
            .field("duplicate", "skip")
            .file("live.jpg", PICTURE)
            .file("motion", "live.mov", moving);
    JsonNode photo = ann.upload(both).expect(201).json();
    plays(photo);
    JsonNode again = ann.upload(both).expect(200).json();
    assertThat(again.get("photo_id")).isEqualTo(photo.get("photo_id"));
  }

  @Tag("local")
  @Test
  void a_picture_with_another_movie_is_another_photo() {
    List<String> ids = new ArrayList<>();
    for (byte[] movie : List.of(moving, Clips.mp4("-metadata", "comment=other"))) {
      Form form =
          new Form()
              .field("duplicate", "skip")
              .file("live.jpg", PICTURE)
              .file("motion", "live.mov", movie);
      String id = ann.upload(form).expect(201).json().get("photo_id").asString();
      assertThat(ann.upload(form).expect(200).json().get("photo_id").asString()).isEqualTo(id);
      ids.add(id);
    }
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Tag("local")
  @Test
  void a_movie_beside_a_picture_must_be_one() {
    Form form = new Form().file("live.jpg", PICTURE).file("motion", "live.mov", PICTURE);
    ann.upload(form).expectProblem(400, "unsupported_image");
  }

  @Tag("local")
  @Test
  void a_movie_without_a_frame_that_can_be_shown_is_refused_with_its_picture() {
    Form form = new Form().file("live.jpg", PICTURE).file("motion", "live.mov", BROKEN);
    ann.upload(form).expectProblem(400, "unsupported_image");
    assertThat(ann.get("/api/photos").expect(200).json()).isEmpty();
  }

  @Tag("local")
  @Test
  void a_picture_with_such_a_movie_in_it_is_a_picture_that_does_not_move() {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(PICTURE);
    both.writeBytes(BROKEN);
    JsonNode photo =
        ann.upload(new Form().file("motion.jpg", both.toByteArray())).expect(201).json();
    assertThat(photo.get("motion").asBoolean()).isFalse();
  }

  @Tag("local")
  @Test
  void a_video_has_no_movie_beside_it() {
    for (byte[] second : List.of(moving, PICTURE)) {
      Form form = new Form().file("clip.mp4", moving).file("motion", "live.mov", second);
      ann.upload(form).expectProblem(400, "motion_without_picture");
    }
  }

  private void plays(JsonNode photo) {
    assertThat(photo.get("kind").asString()).isEqualTo("image");
    assertThat(photo.get("motion").asBoolean()).isTrue();
    assertThat(photo.get("status").asString()).isEqualTo("ready");
    assertThat(photo.get("duration_ms").asInt()).isBetween(900, 1_200);
    String url = photo.get("video_url").asString();
    byte[] played = Person.stranger(port).get(url).expect(200).bytes();
    assertThat(Clips.probe(played)).contains("codec_name=\"h264\"").doesNotContain(SECRET);
  }
}
