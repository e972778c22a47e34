package lumina.notification;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lumina.access.Viewer.Person;
import lumina.photo.Photo;
import lumina.photo.PhotoStore;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Looks up the photos of events as their reader sees them, counts included.
@Component
class EventPhotos {
  private final PhotoStore photos;

  EventPhotos(PhotoStore photos) {
    this.photos = photos;
  }

  static String photoIdIn(JsonNode event) {
    return event.path("photo_id").asString("");
  }

  static Set<String> photoIdsIn(List<JsonNode> events) {
    return events.stream().map(EventPhotos::photoIdIn).collect(Collectors.toSet());
  }

  /// Returns photos by id, without those that the reader may not see.
  Map<String, Photo> photos(Person reader, List<JsonNode> events) {
    return photos.among(reader, photoIdsIn(events));
  }
}
