package lumina.notification;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import lumina.access.Viewer.Person;
import lumina.live.EventDetails;
import lumina.live.LiveEvent;
import lumina.photo.PhotoStore;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Looks up the details of `photo_posted` events: the photo, if the reader may still see it.
@LiveEvent(type = "photo_posted", data = PostedEvents.PhotoPosted.class)
@Component
class PostedEvents implements EventDetails {
  private final PhotoStore photos;

  PostedEvents(PhotoStore photos) {
    this.photos = photos;
  }

  /// @param restored it was posted earlier, and is out of the trash again or for more people
  record PhotoPosted(String photoId, long userId, boolean restored) {}

  @Override
  public String type() {
    return "photo_posted";
  }

  @Override
  public Function<JsonNode, Optional<Detailed>> lookUp(Person reader, List<JsonNode> events) {
    Set<String> seen = photos.seen(reader, EventPhotos.photoIdsIn(events));
    return event ->
        seen.contains(EventPhotos.photoIdIn(event))
            ? Optional.of(new Detailed(type(), event))
            : Optional.empty();
  }
}
