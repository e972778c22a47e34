package lumina.notification;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lumina.access.HiddenPeople;
import lumina.access.Viewer.Person;
import lumina.album.Album;
import lumina.album.AlbumStore;
import lumina.live.EventDetails;
import lumina.live.LiveEvent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Sends `album_changed` events to those who see the album, and to those who saw it before the
/// change, unless a block separates them from its owner.
@LiveEvent(type = "album_changed", data = AlbumChangedEvents.AlbumChanged.class)
@Component
class AlbumChangedEvents implements EventDetails {
  private final AlbumStore albums;
  private final HiddenPeople blocks;

  AlbumChangedEvents(AlbumStore albums, HiddenPeople blocks) {
    this.albums = albums;
    this.blocks = blocks;
  }

  /// An album shows something else, or to others: check whether you may still see it.
  record AlbumChanged(String albumId) {}

  /// The data of an album in the log.
  ///
  /// @param shown whether others than the owner saw it before the change
  record Change(String albumId, long ownerId, boolean shown) {}

  @Override
  public String type() {
    return "album_changed";
  }

  @Override
  public Function<JsonNode, Optional<Detailed>> lookUp(Person reader, List<JsonNode> events) {
    Set<String> changed =
        events.stream().map(AlbumChangedEvents::albumIdIn).collect(Collectors.toSet());
    Set<String> seen =
        albums.among(reader, changed).stream().map(Album::albumId).collect(Collectors.toSet());
    Set<Long> hidden = blocks.from(reader.userId());
    return event -> {
      long owner = event.path("owner_id").asLong(0);
      boolean saw =
          reader.is(owner) || (event.path("shown").asBoolean(false) && !hidden.contains(owner));
      return saw || seen.contains(albumIdIn(event))
          ? Optional.of(new Detailed(type(), new AlbumChanged(albumIdIn(event))))
          : Optional.empty();
    };
  }

  private static String albumIdIn(JsonNode event) {
    return event.path("album_id").asString("");
  }
}
