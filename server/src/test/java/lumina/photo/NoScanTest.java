package lumina.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import lumina.Form;
import lumina.Person;
import lumina.ServerTest;
import lumina.media.ImageSize;
import lumina.media.Pictures;
import lumina.photo.detail.PhotoRevisions;
import lumina.stores.CloudWeather;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/// The number of requests to DynamoDB and S3 does not grow with the amount of data.
@Tag("cloud")
@ServerTest
@Import(CloudWeather.class)
@Timeout(300)
class NoScanTest {
  @LocalServerPort private int port;
  @Autowired private CloudWeather cloud;
  @Autowired private PhotoRevisions revisions;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);

  @BeforeEach
  void befriend() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
    ann.befriend(bob);
  }

  private void forget() {
    var _ = cloud.calls();
  }

  @Test
  void an_upload_is_one_object_for_each_file_one_write_and_one_read() {
    forget();
    ann.uploadPhoto("topic", "Sea", "tags", "a,b", "caption", "hello");
    List<String> expected =
        new ArrayList<>(Collections.nCopies(1 + ImageSize.values().length, "S3.PutObject"));
    expected.add("DynamoDb.TransactWriteItems");
    expected.add("DynamoDb.BatchGetItem");
    assertThat(cloud.calls()).isEqualTo(expected);
  }

  @Test
  void a_page_of_fifty_photos_is_two_reads_and_none_until_something_changes() {
    List<String> photos = new ArrayList<>();
    for (int i = 0; i < 55; i++) {
      photos.add(ann.uploadPhoto("topic", "Sea", "tags", "wave"));
    }
    bob.put("/api/photos/" + photos.getLast() + "/like").expect(200);
    for (String list :
        List.of(
            "scope=home",
            "scope=all",
            "scope=all&topic=Sea",
            "scope=all&tag=wave",
            "scope=all&q=sea",
            "scope=profile&user_id=" + ann.id())) {
      photos.forEach(revisions::changed);
      assertThat(callsOf(list))
          .as(list)
          .containsExactly("DynamoDb.BatchGetItem", "DynamoDb.BatchGetItem");
      assertThat(callsOf(list)).as(list).isEmpty();
    }
  }

  private List<String> callsOf(String list) {
    forget();
    assertThat(bob.get("/api/photos?limit=50&" + list).expect(200).json().size()).isEqualTo(50);
    return cloud.calls();
  }

  @Test
  void nothing_that_people_do_scans_a_table_or_lists_a_bucket() {
    forget();
    String photo = ann.uploadPhoto("topic", "Sea", "tags", "wave", "caption", "hello");
    look(photo);
    talk(photo);
    write(photo);
    leave(photo);
    assertThat(cloud.calls())
        .hasSizeGreaterThan(30)
        .noneMatch(call -> call.contains("Scan") || call.contains("List"));
  }

  private void look(String photo) {
    for (String list :
        List.of("home", "all", "profile", "all&topic=Sea", "all&tag=wave", "all&q=hello")) {
      bob.get("/api/photos?scope=" + list).expect(200);
    }
    for (String path :
        List.of(
            "/api/photos/" + photo,
            "/api/photos/" + photo + "/image/thumb",
            "/api/photos/" + photo + "/image/full",
            "/api/topics",
            "/api/users?q=" + ann.name(),
            "/api/users/lookup?username=" + ann.name(),
            "/api/feed/seen",
            "/api/health")) {
      bob.get(path).expect(200);
    }
  }

  private void talk(String photo) {
    String at = "/api/photos/" + photo;
    bob.put(at + "/like").expect(200);
    ann.get(at + "/likes").expect(200);
    Map<String, String> text = Map.of("text", "nice, @" + ann.name());
    String comment =
        bob.post(at + "/comments", text).expect(201).json().get("comment_id").asString();
    ann.get(at + "/comments").expect(200);
    ann.get("/api/photos?scope=profile").expect(200);
    bob.delete(at + "/comments/" + comment).expect(204);
    bob.delete(at + "/like").expect(200);
    ann.patch(at, Map.of("caption", "changed", "audience", "friends")).expect(200);
    ann.get("/api/notifications").expect(200);
  }

  private void write(String photo) {
    Map<String, Object> message =
        Map.of("to_user_id", ann.id(), "text", "hi", "client_id", "1", "photo_id", photo);
    String id = bob.post("/api/messages", message).expect(201).json().get("message_id").asString();
    bob.post("/api/messages", message).expect(201);
    String with = "/api/messages?user_id=" + bob.id();
    for (String place : List.of("", "&limit=10", "&before=" + id, "&after=" + id, "&after=1")) {
      ann.get(with + place).expect(200);
    }
    ann.get("/api/conversations").expect(200);
    ann.get("/api/conversations/unread").expect(200);
    ann.post("/api/messages/read", Map.of("user_id", bob.id())).expect(200);
    bob.delete("/api/messages/" + id).expect(204);
  }

  private void leave(String photo) {
    bob.put("/api/photos/" + photo + "/like").expect(200);
    bob.post("/api/photos/" + photo + "/comments", Map.of("text", "bye")).expect(201);
    String other = ann.uploadPhoto();
    Form picture = new Form().file("x.jpg", Pictures.photo(64, 48));
    ann.send(
            ann.request("/api/users/profile-picture")
                .header("Content-Type", picture.contentType())
                .POST(BodyPublishers.ofByteArray(picture.bytes())))
        .expect(200);
    bob.get("/api/users/" + ann.id() + "/profile-picture/full").expect(200);
    ann.get("/api/account/download").expect(200);
    ann.delete("/api/photos/" + other).expect(200);
    for (Person person : List.of(bob, ann)) {
      person
          .json("DELETE", "/api/account", "{\"password\":\"" + Person.PASSWORD + "\"}")
          .expect(204);
    }
  }
}
