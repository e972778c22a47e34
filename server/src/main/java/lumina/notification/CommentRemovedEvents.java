package lumina.notification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lumina.access.Blocks;
import lumina.access.HiddenPeople;
import lumina.access.Viewer.Person;
import lumina.live.EventDetails;
import lumina.live.LiveEvent;
import lumina.photo.Photo;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Looks up the details of `comment_removed` events: the id of the comment, and the number of
/// comments left, unless a block hid the comment from the reader.
@LiveEvent(type = "comment_removed", data = CommentRemovedEvents.CommentRemoved.class)
@Component
class CommentRemovedEvents implements EventDetails {
  private final EventPhotos news;
  private final HiddenPeople blocks;

  CommentRemovedEvents(EventPhotos news, HiddenPeople blocks) {
    this.news = news;
    this.blocks = blocks;
  }

  record CommentRemoved(String photoId, String commentId, long commentCount) {}

  @Override
  public String type() {
    return "comment_removed";
  }

  @Override
  public Function<JsonNode, Optional<Detailed>> lookUp(Person reader, List<JsonNode> events) {
    Map<String, Photo> photos = news.photos(reader, events);
    Blocks.Hidden hidden =
        blocks.under(reader, photos.values().stream().map(Photo::userId).toList());
    return event ->
        Optional.ofNullable(photos.get(EventPhotos.photoIdIn(event)))
            .filter(photo -> !hidden.under(photo.userId()).contains(author(event)))
            .map(
                photo ->
                    new Detailed(
                        type(),
                        new CommentRemoved(
                            photo.photoId(),
                            event.path("comment_id").asString(""),
                            photo.commentCount())));
  }

  private static long author(JsonNode event) {
    return event.path("user_id").asLong(0);
  }
}
