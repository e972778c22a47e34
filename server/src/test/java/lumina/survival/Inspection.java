package lumina.survival;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import lumina.Answer;
import lumina.Person;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/// Looks at everything that people can see, and compares it with what they were told.
final class Inspection {
  private final Crowd crowd;
  private final Place place;
  private final List<String> found = new ArrayList<>();
  private final List<String> broken = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  private Inspection(Crowd crowd, Place place) {
    this.crowd = crowd;
    this.place = place;
  }

  /// @param left what is known to be wrong
  static Outcome of(Crowd crowd, Place place, List<String> left) throws IOException, SQLException {
    Inspection inspection = new Inspection(crowd, place);
    inspection.broken.addAll(left);
    inspection.look();
    inspection.broken.addAll(place.check());
    Ledger ledger = crowd.ledger();
    inspection.broken.addAll(ledger.faults());
    return new Outcome(
        ledger.acknowledged(),
        ledger.lost(inspection.found),
        ledger.twice(inspection.found),
        inspection.orphans(),
        inspection.broken,
        crowd.patience().longest(),
        crowd.sentAgain());
  }

  private void look() throws SQLException {
    crowd.visitors().forEach(this::look);
    if (!place.photos().equals(ids)) {
      broken.add(
          "the index has %d photos, people see %d".formatted(place.photos().size(), ids.size()));
    }
    Person anybody = crowd.visitors().getFirst().person();
    long counted =
        pages(anybody, "/api/topics?limit=200").stream()
            .filter(it -> text(it, "topic").equals(Crowd.TOPIC))
            .mapToLong(it -> it.get("count").asLong())
            .sum();
    same("photos of the topic", counted, pages(anybody, "/api/photos?scope=all&limit=200").size());
  }

  private void look(Visitor visitor) {
    Person me = visitor.person();
    for (JsonNode photo : pages(me, "/api/photos?scope=profile&limit=200")) {
      found.add(text(photo, "caption"));
      look(me, photo);
      lookUnder(me, photo);
    }
    for (JsonNode photo : pages(me, "/api/trash?limit=200")) {
      found.add(text(photo, "caption") + " in the trash");
      look(me, photo);
    }
    for (Visitor other : crowd.visitors()) {
      if (other != visitor) {
        pages(me, "/api/messages?limit=200&user_id=" + other.person().id()).stream()
            .filter(it -> it.get("to_user_id").asLong() == me.id())
            .forEach(it -> found.add(text(it, "text")));
      }
    }
    List<JsonNode> album = pages(me, "/api/photos?limit=200&album=" + visitor.album());
    album.forEach(it -> found.add(text(it, "caption") + " in the album"));
    JsonNode counted = me.get("/api/albums/" + visitor.album()).expect(200).json();
    same("photos of the album", counted.get("count").asLong(), album.size());
  }

  /// Its files are all there, and the original is what was sent.
  private void look(Person owner, JsonNode photo) {
    String id = text(photo, "photo_id");
    ids.add(id);
    for (String size : List.of("thumb", "small", "medium", "large")) {
      if (owner.get("/api/photos/%s/image/%s".formatted(id, size)).status() != 200) {
        broken.add("%s of %s".formatted(size, text(photo, "caption")));
      }
    }
    Answer original = owner.get("/api/photos/%s/image/full".formatted(id));
    if (!Arrays.equals(original.bytes(), Originals.of(text(photo, "caption")))) {
      broken.add("original of " + text(photo, "caption"));
    }
    if (text(photo, "kind").equals("video")) {
      lookAtVideo(owner, id);
    }
  }

  private void lookAtVideo(Person owner, String id) {
    String path = "/api/photos/" + id;
    Awaitility.await()
        .atMost(Duration.ofMinutes(5))
        .until(() -> !text(owner.get(path).expect(200).json(), "status").equals("processing"));
    if (owner.get(path + "/video").status() != 200) {
      broken.add("video " + id);
    }
  }

  private void lookUnder(Person owner, JsonNode photo) {
    String path = "/api/photos/" + text(photo, "photo_id");
    List<JsonNode> likes = pages(owner, path + "/likes?limit=200");
    likes.forEach(
        it ->
            found.add("like of %s by %s".formatted(text(photo, "caption"), text(it, "username"))));
    same("likes of " + text(photo, "caption"), photo.get("likes").asLong(), likes.size());
    List<JsonNode> comments = pages(owner, path + "/comments?limit=200");
    comments.forEach(it -> found.add(text(it, "text")));
    same(
        "comments on " + text(photo, "caption"),
        photo.get("comment_count").asLong(),
        comments.size());
  }

  private void same(String what, long counted, long there) {
    if (counted != there) {
      broken.add("%s: %d counted, %d there".formatted(what, counted, there));
    }
  }

  /// Sweeps run when a server starts, so soon there are none.
  private List<String> orphans() throws IOException, SQLException {
    long start = System.nanoTime();
    List<String> orphans = place.orphans(ids);
    while (!orphans.isEmpty() && System.nanoTime() - start < Duration.ofSeconds(30).toNanos()) {
      crowd.patience().pause();
      orphans = place.orphans(ids);
    }
    return orphans;
  }

  private static String text(JsonNode node, String field) {
    return Objects.requireNonNull(node.get(field), field).asString();
  }

  private static List<JsonNode> pages(Person viewer, String path) {
    List<JsonNode> all = new ArrayList<>();
    for (String next = path; next != null; ) {
      Answer page = viewer.get(next).expect(200);
      all.addAll(page.json().valueStream().toList());
      next = page.next();
    }
    return all;
  }
}
