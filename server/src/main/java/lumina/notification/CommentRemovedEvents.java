package lumina.notification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lumina.access.Viewer.Person;
import lumina.live.EventDetails;
import lumina.live.LiveEvent;
import lumina.photo.Photo;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Looks up the details of `comment_removed` events: the id of the comment, and the number of
/// comments left.
@LiveEvent(type = "comment_removed", data = CommentRemovedEvents.CommentRemoved.class)
@Component
class CommentRemovedEvents implements EventDetails {
  private final EventPhotos news;

  CommentRemovedEvents(EventPhotos news) {
    this.news = news;
  }

  record CommentRemoved(String photoId, String commentId, long commentCount) {}

  @Override
  public String type() {
    return "comment_removed";
  }

  @Override
  public Function<JsonNode, Optional<Detailed>> lookUp(Person reader, List<JsonNode> events) {
    Map<String, Photo> photos = news.photos(reader, events);
    return event ->
        Optional.ofNullable(photos.get(EventPhotos.photoIdIn(event)))
            .map(
                photo ->
                    new Detailed(
                        type(),
                        new CommentRemoved(
                            photo.photoId(),
                            event.path("comment_id").asString(""),
                            photo.commentCount())));
  }
}
