package lumina.account.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import lumina.Answer;
import lumina.Form;
import lumina.Person;
import lumina.ServerTest;
import lumina.account.UserStore;
import lumina.blob.BlobStore;
import lumina.media.Exif;
import lumina.media.Pictures;
import lumina.media.TiffBlock;
import lumina.storage.Fates;
import lumina.stores.AtOnce;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServerTest
class PersonTest {
  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
  }

  private JsonNode lookUp(Person viewer, Person person) {
    return viewer.get("/api/users/lookup?username=" + person.name()).expect(200).json();
  }

  /// Uses another browser, because a log-in ends the session that the request carries.
  private Answer logIn(Person person, String password) {
    return Person.stranger(port)
        .post("/api/auth/login", Map.of("username", person.name(), "password", password));
  }

  @Test
  void a_page_says_how_two_people_stand_to_each_other() {
    assertThat(lookUp(ann, ann).get("friendship").asString()).isEqualTo("self");
    assertThat(lookUp(ann, bob).get("friendship").asString()).isEqualTo("none");
    ann.post("/api/friends/request", Map.of("user_id", bob.id())).expect(201);
    assertThat(lookUp(ann, bob).get("friendship").asString()).isEqualTo("requested");
    JsonNode asked = lookUp(bob, ann);
    assertThat(asked.get("friendship").asString()).isEqualTo("asked");
    bob.post(
            "/api/friends/respond",
            Map.of("request_id", asked.get("request_id").asLong(), "accept", true))
        .expect(200);
    assertThat(lookUp(ann, bob).get("friendship").asString()).isEqualTo("friends");
    ann.put("/api/blocks/" + bob.id()).expect(204);
    assertThat(lookUp(ann, bob).get("friendship").asString()).isEqualTo("blocked");
    assertThat(lookUp(bob, ann).get("friendship").asString()).isEqualTo("none");
  }

  @Test
  void people_are_found_by_the_beginning_of_their_name() {
    ann.patch("/api/account", Map.of("name", "Ännchen " + ann.name(), "bio", "Takes photos."))
        .expect(200);
    assertThat(bob.get("/api/users?q=" + ann.name().substring(0, 9)).all("username"))
        .contains(ann.name());
    assertThat(bob.get("/api/users?q=%C3%84nnchen+" + ann.name()).all("username"))
        .containsExactly(ann.name());
    assertThat(bob.get("/api/users?q=").json().size()).isZero();
    assertThat(bob.get("/api/users?q=%25").json().size()).isZero();
    assertThat(lookUp(bob, ann).get("bio").asString()).isEqualTo("Takes photos.");
  }

  @Test
  void edits_of_different_fields_at_once_are_all_kept() {
    String name = "Ännchen " + ann.name();
    List<Map<String, String>> edits =
        List.of(
            Map.of("name", name),
            Map.of("bio", "Takes photos."),
            Map.of("default_audience", "private"));
    AtOnce.times(3, i -> ann.patch("/api/account", edits.get(i)).expect(200));
    JsonNode me = ann.get("/api/auth/me").json();
    edits.forEach(
        edit ->
            edit.forEach((field, value) -> assertThat(me.get(field).asString()).isEqualTo(value)));
    assertThat(bob.get("/api/users?q=%C3%84nnchen+" + ann.name()).all("username"))
        .containsExactly(ann.name());
  }

  @Test
  void the_usual_audience_is_for_photos_that_say_nothing() {
    ann.patch("/api/account", Map.of("default_audience", "friends")).expect(200);
    String photo = ann.uploadPhoto();
    assertThat(ann.get("/api/photos/" + photo).json().get("audience").asString())
        .isEqualTo("friends");
    ann.patch("/api/account", Map.of("default_audience", "nobody"))
        .expectProblem(400, "invalid_audience");
    ann.patch("/api/account", Map.of("name", "x".repeat(61))).expectProblem(400, "too_long");
  }

  @Test
  void a_picture_is_shown_without_what_the_camera_wrote() {
    byte[] located = Exif.inJpeg(Pictures.photo(600, 400), TiffBlock.exif(1));
    ann.send(picture(ann, located)).expect(200);
    String url = lookUp(bob, ann).get("picture_url").asString();
    Answer thumb = bob.get(url).expect(200);
    assertThat(thumb.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(thumb.header("Cache-Control")).contains("private");
    byte[] full = bob.get("/api/users/" + ann.id() + "/profile-picture/full").expect(200).bytes();
    assertThat(Exif.tracesIn(full)).isEmpty();
    ann.delete("/api/users/profile-picture").expect(204);
    bob.get(url).expectProblem(404, "not_found");
    ann.send(picture(ann, "no picture".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .expectProblem(400, "not_an_image");
  }

  @Test
  void a_picture_of_the_old_application_is_shown_and_replaced(
      @Autowired BlobStore blobs, @Autowired UserStore users, @TempDir Path folder)
      throws IOException {
    byte[] old = Pictures.photo(300, 300);
    for (String size : List.of("full", "thumb")) {
      Path file = Files.write(folder.resolve(size), old);
      blobs.put("profiles/%d_%s.jpg".formatted(ann.id(), size), file, "image/jpeg");
    }
    users.changePicture(ann.id(), ProfilePictures.OLD);
    Answer full = bob.get("/api/users/" + ann.id() + "/profile-picture/full").expect(200);
    assertThat(full.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(full.bytes()).isEqualTo(old);
    bob.get(lookUp(bob, ann).get("picture_url").asString()).expect(200);
    ann.send(picture(ann, Pictures.photo(200, 200))).expect(200);
    assertThat(blobs.find("profiles/%d_full.jpg".formatted(ann.id()))).isEmpty();
  }

  private static java.net.http.HttpRequest.Builder picture(Person person, byte[] file) {
    Form form = new Form().file("me.jpg", file);
    return person
        .request("/api/users/profile-picture")
        .header("Content-Type", form.contentType())
        .POST(java.net.http.HttpRequest.BodyPublishers.ofByteArray(form.bytes()));
  }

  @Test
  void a_new_password_ends_all_other_sessions() {
    Person phone = ann.signedIn(logIn(ann, Person.PASSWORD).expect(200));
    ann.json(
            "PUT",
            "/api/account/password",
            "{\"current_password\":\"wrong\",\"new_password\":\"nine blue lamps\"}")
        .expectProblem(403, "wrong_password");
    ann.json(
            "PUT",
            "/api/account/password",
            "{\"current_password\":\"%s\",\"new_password\":\"short\"}".formatted(Person.PASSWORD))
        .expectProblem(400, "password_too_short");
    ann.json(
            "PUT",
            "/api/account/password",
            "{\"current_password\":\"%s\",\"new_password\":\"nine blue lamps\"}"
                .formatted(Person.PASSWORD))
        .expect(204);
    phone.get("/api/auth/me").expect(401);
    ann.get("/api/auth/me").expect(200);
    logIn(ann, Person.PASSWORD).expect(401);
    logIn(ann, "nine blue lamps").expect(200);
  }

  @Test
  void sessions_are_listed_and_can_be_ended_one_by_one() {
    Person phone = ann.signedIn(logIn(ann, Person.PASSWORD).expect(200));
    JsonNode sessions = ann.get("/api/account/sessions").expect(200).json();
    assertThat(sessions.size()).isEqualTo(2);
    String other =
        sessions
            .valueStream()
            .filter(session -> !session.get("current").asBoolean())
            .findAny()
            .orElseThrow()
            .get("id")
            .asString();
    bob.delete("/api/account/sessions/" + other).expectProblem(404, "not_found");
    ann.delete("/api/account/sessions/" + other).expect(204);
    phone.get("/api/auth/me").expect(401);
  }

  @Test
  void everything_of_mine_can_be_taken_along() throws IOException {
    byte[] original = Pictures.photo(60, 40);
    ann.upload(new Form().field("caption", "Mine").file("x.jpg", original)).expect(201);
    ann.befriend(bob);
    ann.post("/api/messages", Map.of("to_user_id", bob.id(), "text", "bye")).expect(201);
    Answer zip = ann.get("/api/account/download").expect(200);
    assertThat(zip.header("Content-Disposition")).contains("lumina-" + ann.name() + ".zip");
    List<String> names = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.bytes()))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        names.add(entry.getName());
        byte[] content = in.readAllBytes();
        if (entry.getName().startsWith("photos/")) {
          assertThat(content).isEqualTo(original);
        }
      }
    }
    assertThat(names).anyMatch(name -> name.startsWith("photos/"));
    assertThat(names)
        .filteredOn(name -> !name.startsWith("photos/") && !name.equals("manifest.json"))
        .containsExactlyInAnyOrderElementsOf(Fates.filesTakenAlong());
  }

  @Test
  void who_leaves_takes_everything_with_them() {
    String mine = ann.uploadPhoto();
    String theirs = bob.uploadPhoto();
    ann.put("/api/photos/" + theirs + "/like").expect(200);
    ann.post("/api/photos/" + theirs + "/comments", Map.of("text", "hm")).expect(201);
    ann.befriend(bob);
    ann.post("/api/messages", Map.of("to_user_id", bob.id(), "text", "bye")).expect(201);
    ann.json("DELETE", "/api/account", "{\"password\":\"wrong one\"}")
        .expectProblem(403, "wrong_password");
    ann.json("DELETE", "/api/account", "{\"password\":\"%s\"}".formatted(Person.PASSWORD))
        .expect(204);
    ann.get("/api/auth/me").expect(401);
    bob.get("/api/photos/" + mine).expect(404);
    bob.get("/api/users/lookup?username=" + ann.name()).expect(404);
    JsonNode left = bob.get("/api/photos/" + theirs).expect(200).json();
    assertThat(left.get("likes").asInt()).isZero();
    assertThat(left.get("comment_count").asInt()).isZero();
    assertThat(bob.get("/api/friends").json().size()).isZero();
    assertThat(bob.get("/api/conversations").json().size()).isZero();
  }
}
