package lumina.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lumina.access.HiddenPeople;
import lumina.access.Viewer.Person;
import lumina.live.EventDetails;
import lumina.live.LiveEvent;
import lumina.photo.IndexEntry;
import lumina.photo.PhotoStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Sends `photo_removed` events. People who still see the photo when the event is sent get
/// `photo_changed`. People whom a block separates from its owner get nothing, because they never
/// saw it. A photo in the trash is removed for its owner, too.
@LiveEvent(type = "photo_removed", data = PhotoRemovedEvents.PhotoRemoved.class)
@LiveEvent(type = "photo_changed", data = PhotoRemovedEvents.PhotoChanged.class)
@Component
class PhotoRemovedEvents implements EventDetails {
  private final HiddenPeople blocks;
  private final PhotoStore photos;

  PhotoRemovedEvents(HiddenPeople blocks, PhotoStore photos) {
    this.blocks = blocks;
    this.photos = photos;
  }

  /// The recipient has lost sight of a photo, or of the photos of a person.
  ///
  /// @param photoId remove this photo; its owner may find it in the trash
  /// @param userId remove this person's photos
  /// @param audience which of them: those for friends, or all
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PhotoRemoved(
      @Nullable String photoId, @Nullable Long userId, @Nullable Dropped audience) {}

  /// Fewer people see the photo, under other addresses: read it again.
  record PhotoChanged(String photoId) {}

  /// Which photos of a person to remove.
  enum Dropped {
    FRIENDS,
    ALL;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The data of one photo in the log.
  record Narrowed(String photoId, long ownerId) {}

  @Override
  public String type() {
    return "photo_removed";
  }

  @Override
  public Function<JsonNode, Optional<Detailed>> lookUp(Person reader, List<JsonNode> events) {
    Set<Long> hidden = blocks.from(reader.userId());
    Set<String> seen = seen(reader, events);
    return event ->
        hidden.contains(event.path("owner_id").asLong(0))
            ? Optional.empty()
            : Optional.of(told(event, seen));
  }

  private Set<String> seen(Person reader, List<JsonNode> events) {
    return photos.entries(reader, EventPhotos.photoIdsIn(events)).stream()
        .filter(photo -> !photo.isInTrash())
        .map(IndexEntry::photoId)
        .collect(Collectors.toSet());
  }

  private Detailed told(JsonNode event, Set<String> seen) {
    String photoId = EventPhotos.photoIdIn(event);
    if (photoId.isEmpty()) {
      return new Detailed(type(), event); // about all photos of a person
    }
    return seen.contains(photoId)
        ? new Detailed("photo_changed", new PhotoChanged(photoId))
        : new Detailed(type(), new PhotoRemoved(photoId, null, null));
  }
}
