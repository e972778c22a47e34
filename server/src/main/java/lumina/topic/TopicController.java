package lumina.topic;

import java.util.List;
import lumina.access.Audience;
import lumina.access.Viewer;
import lumina.http.list.Cursor;
import lumina.http.list.Page;
import lumina.http.list.PageRequest;
import lumina.http.list.PageSize;
import lumina.media.ImageSize;
import lumina.photo.ImageAddresses;
import lumina.photo.detail.PhotoText;
import lumina.storage.Remembered;
import lumina.storage.Writes;
import lumina.text.FieldLimit;
import lumina.text.Text;
import lumina.topic.TopicStore.Topic;
import lumina.topic.TopicStore.TopicCursor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TopicController {
  private static final FieldLimit PREFIX = new FieldLimit("q", 60);
  private static final int MAX_REMEMBERED = 1_000;

  record TopicJson(String topic, long count, String coverUrl, String coverPhotoId) {}

  private record TopicQuery(Viewer viewer, String prefix, TopicCursor after, int limit) {}

  private final Remembered<TopicQuery, List<Topic>> topics;
  private final ImageAddresses addresses;

  TopicController(TopicStore topics, ImageAddresses addresses, Writes writes) {
    this.addresses = addresses;
    this.topics =
        Remembered.each(
            writes,
            MAX_REMEMBERED,
            query -> topics.list(query.viewer(), query.prefix(), query.after(), query.limit()));
  }

  /// Lists the topics of the photos that I may see, those with the most photos first.
  @GetMapping("/api/topics")
  ResponseEntity<List<TopicJson>> listTopics(
      Viewer viewer, @RequestParam @Nullable String q, PageRequest page) {
    String prefix = PhotoText.key(Text.optional(PREFIX, q));
    Cursor cursor = new Cursor("topics %d %s".formatted(viewer.userId(), prefix));
    int limit = PageSize.of(page.limit());
    TopicCursor after = TopicCursor.of(cursor.readParts(page.cursor(), 2));
    return Page.of(
            topics.get(new TopicQuery(viewer, prefix, after, limit + 1)),
            limit,
            topic -> cursor.at(TopicCursor.of(topic).written()))
        .map(this::json)
        .toResponse();
  }

  private TopicJson json(Topic topic) {
    Audience audience = Audience.stored(topic.coverAudience());
    String cover =
        addresses.of(topic.coverPhotoId(), audience, topic.coverVersion(), ImageSize.THUMB);
    return new TopicJson(topic.topic(), topic.count(), cover, topic.coverPhotoId());
  }
}
