package lumina.notification;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lumina.access.Viewer.Person;
import lumina.photo.Photo;
import lumina.photo.PhotoStore;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Finds the photos that events are about, as their reader sees them: also counts are theirs.
@Component
class EventPhotos {
  private final PhotoStore photos;

  EventPhotos(PhotoStore photos) {
    this.photos = photos;
  }

  static String photoIdIn(JsonNode event) {
    return event.path("photo_id").asString("");
  }

  /// By photo id, without those that are not there for the reader.
  Map<String, Photo> photos(Person reader, List<JsonNode> events) {
    return photos.among(
        reader, events.stream().map(EventPhotos::photoIdIn).collect(Collectors.toSet()));
  }
}
