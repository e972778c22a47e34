package lumina.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import lumina.access.HiddenPeople;
import lumina.access.Viewer.Person;
import lumina.live.EventDetails;
import lumina.live.LiveEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Sends `photo_removed` events, those about one photo only to readers whom no block separates from
/// its owner: the others never saw it.
@LiveEvent(type = "photo_removed", data = PhotoRemovedEvents.PhotoRemoved.class)
@Component
class PhotoRemovedEvents implements EventDetails {
  private final HiddenPeople blocks;

  PhotoRemovedEvents(HiddenPeople blocks) {
    this.blocks = blocks;
  }

  /// The recipient may have lost sight of a photo, or of the photos of a person.
  ///
  /// @param photoId check whether you may still see it
  /// @param userId remove this person's photos
  /// @param audience which of them: those for friends, or all
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PhotoRemoved(
      @Nullable String photoId, @Nullable Long userId, @Nullable Dropped audience) {}

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
    return event ->
        hidden.contains(event.path("owner_id").asLong(0))
            ? Optional.empty()
            : Optional.of(new Detailed(type(), told(event)));
  }

  private static Object told(JsonNode event) {
    return event.has("photo_id")
        ? new PhotoRemoved(EventPhotos.photoIdIn(event), null, null)
        : event;
  }
}
