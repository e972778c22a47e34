package lumina.notification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lumina.access.Viewer.Person;
import lumina.live.EventDetails;
import lumina.live.LiveEvent;
import lumina.media.Playback;
import lumina.photo.IndexEntry;
import lumina.photo.PhotoStore;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Looks up the details of `photo_video` events: whether browsers can play a video now, if the
/// reader may still see it.
@LiveEvent(type = "photo_video", data = VideoEvents.PhotoVideo.class)
@Component
class VideoEvents implements EventDetails {
  private final PhotoStore photos;

  VideoEvents(PhotoStore photos) {
    this.photos = photos;
  }

  /// @param progress from 0 to 1
  record PhotoVideo(String photoId, Playback.Status status, double progress) {}

  @Override
  public String type() {
    return "photo_video";
  }

  @Override
  public Function<JsonNode, Optional<Detailed>> lookUp(Person reader, List<JsonNode> events) {
    Map<String, IndexEntry> seen =
        photos.entries(reader, EventPhotos.photoIdsIn(events)).stream()
            .collect(Collectors.toMap(IndexEntry::photoId, entry -> entry));
    return event -> Optional.ofNullable(seen.get(EventPhotos.photoIdIn(event))).flatMap(this::of);
  }

  private Optional<Detailed> of(IndexEntry photo) {
    Playback.Status status = photo.status();
    double progress = status == Playback.Status.READY ? 1 : 0;
    return status == null
        ? Optional.empty()
        : Optional.of(new Detailed(type(), new PhotoVideo(photo.photoId(), status, progress)));
  }
}
