package lumina.notification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lumina.access.Viewer.Person;
import lumina.comment.Comment;
import lumina.comment.CommentJson;
import lumina.comment.CommentKey;
import lumina.comment.Commenting;
import lumina.live.EventDetails;
import lumina.live.LiveEvent;
import lumina.photo.Photo;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Looks up the details of `photo_commented` events: the comment, as long as the reader may see it.
@LiveEvent(type = "photo_commented", data = CommentedEvents.PhotoCommented.class)
@Component
class CommentedEvents implements EventDetails {
  private final EventPhotos news;
  private final Commenting comments;

  CommentedEvents(EventPhotos news, Commenting comments) {
    this.news = news;
    this.comments = comments;
  }

  record PhotoCommented(String photoId, long commentCount, CommentJson comment) {}

  @Override
  public String type() {
    return "photo_commented";
  }

  @Override
  public Function<JsonNode, Optional<Detailed>> lookUp(Person reader, List<JsonNode> events) {
    Map<String, Photo> photos = news.photos(reader, events);
    Map<String, Comment> found =
        comments.among(
            reader, photos, events.stream().map(CommentedEvents::key).collect(Collectors.toSet()));
    return event ->
        Optional.ofNullable(found.get(key(event).commentId()))
            .flatMap(
                comment ->
                    Optional.ofNullable(photos.get(comment.photoId()))
                        .map(photo -> told(photo, comment)));
  }

  private static CommentKey key(JsonNode event) {
    return new CommentKey(EventPhotos.photoIdIn(event), event.path("comment_id").asString(""));
  }

  private Detailed told(Photo photo, Comment comment) {
    return new Detailed(
        type(), new PhotoCommented(photo.photoId(), photo.commentCount(), CommentJson.of(comment)));
  }
}
