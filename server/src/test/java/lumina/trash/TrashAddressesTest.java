package lumina.trash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lumina.Answer;
import lumina.Form;
import lumina.Person;
import lumina.ServerTest;
import lumina.album.Albums;
import lumina.job.RecurringJob;
import lumina.media.Clips;
import lumina.photo.PendingPhotos;
import lumina.share.Shares;
import lumina.share.Shares.Link;
import lumina.upload.Remains;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Every way to a photo is closed while it is in the trash, and nothing is left of it afterwards.
@ServerTest
class TrashAddressesTest {
  private static final long DAY = Duration.ofDays(1).toMillis();

  @LocalServerPort private int port;
  @Autowired private JdbcClient sql;
  @Autowired private RecurringJob trashPurgeJob;
  @Autowired private PendingPhotos pending;
  @Autowired private ListableBeanFactory beans;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
    ann.befriend(bob);
  }

  private static void trash(Person owner, String id) {
    owner.post("/api/photos/" + id + "/trash").expect(200);
  }

  @Test
  void
      whoever_has_an_album_a_link_a_message_or_an_address_of_it_finds_it_closed_until_it_is_back() {
    Form clip = new Form().field("topic", "t" + ann.name().substring(1, 9));
    JsonNode video = ann.upload(clip.file("clip.mp4", Clips.mp4())).expect(201).json();
    String id = video.get("photo_id").asString();
    String album = Albums.make(ann, "audience", "public");
    Albums.put(ann, album, List.of(id)).expect(200);
    ann.patch("/api/albums/" + album, Map.of("cover", id)).expect(200);
    Link link = Shares.of(ann, List.of(id));
    ann.post("/api/messages", Map.of("to_user_id", bob.id(), "text", "Look", "photo_id", id))
        .expect(201);
    Person visitor = Person.stranger(port);
    List<String> ofBob =
        List.of(
            "/api/photos/" + id,
            "/api/photos/" + id + "/video",
            video.get("video_url").asString(),
            "/api/photos/download?photo_ids=" + id);
    List<String> ofLink =
        List.of(
            link.photo(id),
            link.photo(id) + "/video",
            link.photo(id) + "/image/full",
            link.api() + "/preview");
    String seen = visible(album, link);
    ofBob.forEach(path -> bob.get(path).expect(200));
    ofLink.forEach(path -> visitor.get(path).expect(200));
    trash(ann, id);
    ofBob.forEach(path -> bob.get(path).expectProblem(404, "not_found"));
    ofLink.forEach(path -> visitor.get(path).expectProblem(404, "not_found"));
    assertThat(visible(album, link)).isEqualTo("0 null 0 0 0 true");
    ann.post("/api/photos/" + id + "/restore").expect(200);
    ofLink.forEach(path -> visitor.get(path).expect(200));
    bob.get("/api/photos/" + id + "/video").expect(200);
    assertThat(visible(album, link)).isEqualTo(seen).isEqualTo("1 " + id + " 1 1 1 false");
  }

  /// What others are told of the photos of Ann: by the album, the link, her profile, the topic, the
  /// conversation.
  private String visible(String album, Link link) {
    JsonNode shown = bob.get("/api/albums/" + album).expect(200).json();
    String lookup = "/api/users/lookup?username=" + ann.name();
    String topics = "/api/topics?q=t" + ann.name().substring(1, 9);
    JsonNode message = bob.get("/api/messages?user_id=" + ann.id()).expect(200).json().get(0);
    return "%s %s %s %s %s %s"
        .formatted(
            shown.get("count").asLong(),
            shown.get("cover_photo_id").isNull() ? null : shown.get("cover_photo_id").asString(),
            Person.stranger(port).get(link.api()).expect(200).json().get("count").asLong(),
            bob.get(lookup).expect(200).json().get("photo_count").asLong(),
            bob.get(topics).expect(200).json().size(),
            message.get("photo").isNull());
  }

  @Test
  void a_photo_is_purged_after_thirty_days_and_not_a_minute_before() {
    List<String> photos = List.of(ann.uploadPhoto(), ann.uploadPhoto());
    photos.forEach(id -> trash(ann, id));
    long now = System.currentTimeMillis();
    long minute = Duration.ofMinutes(1).toMillis();
    trashedAt(photos.getFirst(), now - 30 * DAY - minute);
    trashedAt(photos.getLast(), now - 30 * DAY + minute);
    JsonNode listed = ann.get("/api/trash").expect(200).json();
    assertThat(listed.get(0).get("purge_at").asLong()).isEqualTo(now + minute);
    trashPurgeJob.work().run();
    assertThat(ann.get("/api/trash").all("photo_id")).containsExactly(photos.getLast());
    ann.post("/api/photos/" + photos.getLast() + "/restore").expect(200);
  }

  private void trashedAt(String photo, long time) {
    sql.sql("UPDATE photos SET trashed_at = :time WHERE photo_id = :id")
        .param("time", time)
        .param("id", photo)
        .update();
  }

  @Test
  void nothing_is_left_of_what_was_in_an_emptied_or_a_purged_trash() throws IOException {
    Remains remains = new Remains(beans);
    List<String> gone = new ArrayList<>();
    for (String way : List.of("emptied", "purged")) {
      String id = ann.uploadPhoto("tags", "gone");
      bob.put("/api/photos/" + id + "/like").expect(200);
      bob.post("/api/photos/" + id + "/comments", Map.of("text", "nice")).expect(201);
      trash(ann, id);
      if (way.equals("emptied")) {
        ann.delete("/api/trash").expect(204);
      } else {
        trashedAt(id, 1);
        trashPurgeJob.work().run();
      }
      gone.add(id);
    }
    assertThat(remains.files(gone.getFirst())).as("before the sweep").isNotEmpty();
    pending.sweep(false);
    for (String id : gone) {
      assertThat(remains.files(id)).isEmpty();
      assertThat(remains.tables(id)).isEmpty();
      ann.post("/api/photos/" + id + "/restore").expectProblem(404, "not_found");
    }
  }

  @Test
  void what_is_edited_in_the_trash_is_refused_field_by_field_and_stays() {
    String id = ann.uploadPhoto("caption", "Sea", "tags", "old");
    trash(ann, id);
    String before = ann.get("/api/photos/" + id).text();
    for (String edit :
        List.of(
            "{\"caption\": \"x\"}",
            "{\"topic\": \"x\"}",
            "{\"tags\": []}",
            "{\"alt\": \"x\"}",
            "{\"audience\": \"private\"}",
            "{\"taken_at\": 1}",
            "{\"taken_at\": null}")) {
      Answer refused = ann.json("PATCH", "/api/photos/" + id, edit);
      refused.expectProblem(409, "in_trash");
    }
    assertThat(ann.get("/api/photos/" + id).text()).isEqualTo(before);
  }
}
