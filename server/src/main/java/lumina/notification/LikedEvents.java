package lumina.notification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lumina.access.Blocks;
import lumina.access.HiddenPeople;
import lumina.access.Viewer.Person;
import lumina.account.PersonSummaries;
import lumina.account.PersonSummary;
import lumina.live.EventDetails;
import lumina.live.LiveEvent;
import lumina.photo.Photo;
import lumina.text.ReactionCounts.ReactionCount;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Looks up the details of `photo_liked` events: the current number of likes, and who liked or
/// unliked the photo.
@LiveEvent(type = "photo_liked", data = LikedEvents.PhotoLiked.class)
@Component
class LikedEvents implements EventDetails {
  private final EventPhotos news;
  private final PersonSummaries summaries;
  private final HiddenPeople blocks;

  LikedEvents(EventPhotos news, PersonSummaries summaries, HiddenPeople blocks) {
    this.news = news;
    this.summaries = summaries;
    this.blocks = blocks;
  }

  /// @param userId who liked or unliked the photo
  /// @param guest whether they are a guest without an account, who has no profile
  /// @param reactions how many people chose each emoji, the most frequent first
  record PhotoLiked(
      String photoId,
      long likes,
      List<ReactionCount> reactions,
      long userId,
      String username,
      boolean guest) {}

  @Override
  public String type() {
    return "photo_liked";
  }

  @Override
  public Function<JsonNode, Optional<Detailed>> lookUp(Person reader, List<JsonNode> events) {
    Map<String, Photo> photos = news.photos(reader, events);
    if (photos.isEmpty()) {
      return event -> Optional.empty();
    }
    Blocks.Hidden hidden =
        blocks.under(reader, photos.values().stream().map(Photo::userId).toList());
    Map<Long, PersonSummary> faces =
        summaries.of(reader, events.stream().map(LikedEvents::who).collect(Collectors.toSet()));
    return event ->
        Optional.ofNullable(photos.get(EventPhotos.photoIdIn(event)))
            .filter(photo -> !hidden.under(photo.userId()).contains(who(event)))
            .flatMap(
                photo -> Optional.ofNullable(faces.get(who(event))).map(face -> told(photo, face)));
  }

  private static long who(JsonNode event) {
    return event.path("user_id").asLong();
  }

  private Detailed told(Photo photo, PersonSummary by) {
    return new Detailed(
        type(),
        new PhotoLiked(
            photo.photoId(),
            photo.likes(),
            photo.reactions().list(),
            by.id(),
            by.username(),
            by.isGuest()));
  }
}
