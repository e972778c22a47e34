package lumina.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lumina.Answer;
import lumina.Form;
import lumina.Person;
import lumina.ServerTest;
import lumina.media.Animations;
import lumina.media.Exif;
import lumina.media.Pictures;
import lumina.media.TiffBlock;
import lumina.storage.DataFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServerTest
@Isolated("It looks at all files that come in.")
class UploadTest {
  @LocalServerPort private int port;
  @Autowired private DataFolder folder;
  @Autowired private ListableBeanFactory beans;
  private Person ann = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
  }

  private Answer send(String name, byte[] content) {
    return ann.upload(new Form().file(name, content));
  }

  @Test
  void an_uploaded_photo_says_all_there_is_to_say() {
    byte[] jpeg = Pictures.photo(600, 400);
    Form form =
        new Form()
            .field("topic", "  Sea side ")
            .field("caption", "A day\nout")
            .field("tags", "##Summer,\u200b# blue,summer")
            .field("audience", "friends")
            .file("img.jpg", jpeg);
    JsonNode photo = ann.upload(form).expect(201).json();
    assertThat(photo.get("photo_id").asString()).matches("[0-9a-f]{12}7[0-9a-f]{19}");
    assertThat(photo.get("username").asString()).isEqualTo(ann.name());
    assertThat(photo.get("user_id").asLong()).isEqualTo(ann.id());
    assertThat(photo.get("topic").asString()).isEqualTo("Sea side");
    assertThat(photo.get("caption").asString()).isEqualTo("A day\nout");
    assertThat(photo.get("tags").toString()).isEqualTo("[\"summer\",\"blue\"]");
    assertThat(photo.get("audience").asString()).isEqualTo("friends");
    assertThat(photo.get("width").asInt()).isEqualTo(600);
    assertThat(photo.get("height").asInt()).isEqualTo(400);
    assertThat(photo.get("bytes").asInt()).isEqualTo(jpeg.length);
    assertThat(photo.get("likes").asInt()).isZero();
    assertThat(photo.get("placeholder").asString()).isNotEmpty();
    assertThat(photo.get("srcset").asString()).contains("/small?v=1 480w", "/large?v=1 600w");
    assertThat(ann.get(photo.get("image_url").asString()).bytes()).isEqualTo(jpeg);
  }

  @Test
  void a_photo_needs_no_words_and_is_public_then() {
    JsonNode photo = send("x.jpg", Pictures.photo(40, 30)).expect(201).json();
    assertThat(photo.get("topic").asString()).isEmpty();
    assertThat(photo.get("audience").asString()).isEqualTo("public");
  }

  @Test
  void tags_may_be_repeated_instead_of_separated_by_commas() {
    Form form = new Form().field("tags", "one").field("tags", "two");
    JsonNode photo = ann.upload(form.file("x.jpg", Pictures.photo(40, 30))).expect(201).json();
    assertThat(photo.get("tags").toString()).isEqualTo("[\"one\",\"two\"]");
  }

  static Stream<Arguments> whatIsNoPicture() {
    byte[] jpeg = Pictures.photo(64, 48);
    String svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
    return Stream.of(
        Arguments.of("nothing.jpg", new byte[0], "empty_file"),
        Arguments.of("notes.jpg", "only words".getBytes(StandardCharsets.UTF_8), "not_an_image"),
        Arguments.of("drawing.svg", svg.getBytes(StandardCharsets.UTF_8), "not_an_image"),
        Arguments.of("paper.png", "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8), "not_an_image"),
        Arguments.of("start.jpg", Arrays.copyOf(jpeg, 20), "unsupported_image"),
        Arguments.of("bomb.jpg", Pictures.claiming(jpeg, 30_001, 30_001), "too_many_pixels"),
        Arguments.of("big.jpg", Pictures.claiming(jpeg, 20_000, 20_000), "too_many_pixels"));
  }

  @ParameterizedTest
  @MethodSource("whatIsNoPicture")
  void what_cannot_be_shown_is_refused_and_leaves_nothing(String name, byte[] file, String code)
      throws IOException {
    send(name, file).expectProblem(400, code);
    assertThat(imagesOf(ann)).isEmpty();
    nothingStaysIncoming();
    assertThat(new Remains(beans).filesOfPending()).isEmpty();
  }

  @Test
  void the_name_of_a_file_means_nothing() {
    JsonNode photo =
        send("song.mp3", Pictures.write(Pictures.quarters(30, 20), "png")).expect(201).json();
    assertThat(photo.get("format").asString()).isEqualTo("png");
    assertThat(ann.get(photo.get("image_url").asString()).header("Content-Type"))
        .isEqualTo("image/png");
  }

  @Test
  void half_a_photo_is_kept_and_marked() {
    byte[] jpeg = Pictures.jpeg(Pictures.noise(640, 480));
    JsonNode photo = send("half.jpg", Arrays.copyOf(jpeg, jpeg.length / 2)).expect(201).json();
    assertThat(photo.get("damaged").asBoolean()).isTrue();
  }

  @Test
  void a_portrait_photo_has_the_measures_that_people_see() {
    byte[] held = Exif.inJpeg(Pictures.photo(400, 300), TiffBlock.exif(6));
    JsonNode photo = send("portrait.jpg", held).expect(201).json();
    assertThat(photo.get("width").asInt()).isEqualTo(300);
    assertThat(photo.get("height").asInt()).isEqualTo(400);
  }

  @Test
  void an_animation_is_a_photo_of_its_first_frame() throws IOException {
    byte[] gif =
        Animations.gif(Pictures.quarters(40, 40), Pictures.plain(40, 40, java.awt.Color.BLUE));
    JsonNode photo = send("moving.gif", gif).expect(201).json();
    assertThat(ann.get(photo.get("image_url").asString()).bytes()).isEqualTo(gif);
    assertThat(photo.get("animated").asBoolean()).isTrue();
    JsonNode again = ann.get("/api/photos/" + photo.get("photo_id").asString()).json();
    assertThat(again.get("animated").asBoolean()).isTrue();
    assertThat(Person.stranger(port).get(photo.get("image_url").asString()).bytes()).isEqualTo(gif);
  }

  @Test
  void a_photo_that_stands_still_says_so() {
    JsonNode photo = send("still.jpg", Pictures.photo(30, 20)).expect(201).json();
    assertThat(photo.get("animated").asBoolean()).isFalse();
  }

  @Test
  void a_file_over_the_limit_is_refused_by_its_size() throws IOException {
    send("huge.jpg", new byte[9_000_000]).expectProblem(413, "too_large");
    nothingStaysIncoming();
  }

  @Test
  void an_upload_without_a_photo_says_what_is_missing() {
    ann.upload(new Form().field("topic", "Sea")).expectProblem(400, "missing_field");
    ann.upload(new Form().field("photo", "words in its place")).expectProblem(400, "invalid_field");
  }

  @Test
  void what_is_no_form_is_refused() {
    assertThat(ann.json("POST", "/api/photos", "{}").status()).isIn(400, 415);
    assertThat(ann.post("/api/photos").status()).isIn(400, 415);
    assertThat(
            ann.send(
                    ann.request("/api/photos")
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .POST(BodyPublishers.ofString("--x\r\nno end")))
                .status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "audience,everybody,invalid_audience",
    "topic,LONG,too_long",
    "caption,LONG,too_long"
  })
  void words_that_break_a_rule_are_refused_before_anything_is_kept(
      String field, String value, String code) throws IOException {
    Form form = new Form().field(field, value.replace("LONG", "x".repeat(2_001)));
    ann.upload(form.file("x.jpg", Pictures.photo(40, 30))).expectProblem(400, code);
    assertThat(imagesOf(ann)).isEmpty();
  }

  @Test
  void nobody_uploads_without_a_session() {
    Person.stranger(port)
        .upload(new Form().file("x.jpg", Pictures.photo(40, 30)))
        .expectProblem(401, "not_signed_in");
  }

  @Test
  void strange_words_are_kept_as_they_are() {
    String odd = "naïve 🦊 <b>\"&' \\ ${x} %00";
    Form form = new Form().field("caption", odd).field("topic", "Ünïcødé 日本");
    JsonNode photo = ann.upload(form.file("x.jpg", Pictures.photo(40, 30))).expect(201).json();
    assertThat(photo.get("caption").asString()).isEqualTo(odd);
    assertThat(photo.get("topic").asString()).isEqualTo("Ünïcødé 日本");
  }

  private static List<String> imagesOf(Person person) {
    return person.get("/api/photos?scope=profile").expect(200).all("photo_id");
  }

  /// A video of another test may still be encoded there.
  private void nothingStaysIncoming() {
    await().untilAsserted(() -> assertThat(incoming()).isEmpty());
  }

  private List<Path> incoming() throws IOException {
    try (Stream<Path> files = Files.walk(folder.incoming())) {
      return files.filter(file -> !file.equals(folder.incoming())).toList();
    }
  }
}
