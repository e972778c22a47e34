package lumina.live;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lumina.Person;
import tools.jackson.databind.JsonNode;

/// The events that the server keeps for a person, from a moment on.
///
/// @param since the number of the last event before
public record Told(Person reader, long since) {
  /// What everybody is told of: other tests delete public photos and change public albums at any
  /// time.
  static final Set<String> TO_EVERYBODY = Set.of("photo_removed", "photo_changed", "album_changed");

  public static Told fromNow(Person reader) {
    return new Told(reader, reader.get("/api/events").expect(200).json().get("last_id").asLong());
  }

  /// The oldest first, without those that everybody gets.
  public List<JsonNode> events() {
    return all().filter(event -> !TO_EVERYBODY.contains(event.get("type").asString())).toList();
  }

  /// All of them, also those that everybody gets.
  Stream<JsonNode> all() {
    return reader
        .get("/api/events?limit=200&after=" + since)
        .expect(200)
        .json()
        .get("events")
        .valueStream();
  }

  /// Their types, in their order.
  public List<String> types() {
    return events().stream().map(event -> event.get("type").asString()).toList();
  }

  /// The types of those about a photo or an album, also of those that everybody gets.
  List<String> typesAbout(String id) {
    return all()
        .filter(event -> isAbout(id, event))
        .map(event -> event.get("type").asString())
        .toList();
  }

  static boolean isAbout(String id, JsonNode event) {
    return Stream.of("photo_id", "album_id")
        .anyMatch(name -> event.path("data").path(name).asString("").equals(id));
  }
}
