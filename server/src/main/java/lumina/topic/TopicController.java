package lumina.topic;

import java.util.List;
import lumina.account.Viewer;
import lumina.http.Cursor;
import lumina.http.Limit;
import lumina.http.Page;
import lumina.http.PageForm;
import lumina.http.Text;
import lumina.imaging.ImageSize;
import lumina.photo.Audience;
import lumina.photo.ImageAddresses;
import lumina.photo.Words;
import lumina.topic.TopicStore.Place;
import lumina.topic.TopicStore.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TopicController {
  private static final int LONGEST = 60;

  record TopicJson(String topic, long count, String coverUrl, String coverPhotoId) {}

  private final TopicStore topics;
  private final ImageAddresses addresses;

  TopicController(TopicStore topics, ImageAddresses addresses) {
    this.addresses = addresses;
    this.topics = topics;
  }

  @GetMapping("/api/topics")
  ResponseEntity<List<TopicJson>> list(
      Viewer viewer, @RequestParam @Nullable String q, PageForm page) {
    String prefix = Words.key(Text.optional("q", q, LONGEST));
    Cursor cursor = new Cursor("topics %d %s".formatted(viewer.userId(), prefix));
    int limit = Limit.of(page.limit());
    Place after = Place.of(cursor.read(page.cursor()));
    return Page.of(
            topics.list(viewer, prefix, after, limit + 1),
            limit,
            topic -> cursor.at(Place.of(topic).written()))
        .map(this::json)
        .toResponse();
  }

  private TopicJson json(Topic topic) {
    Audience audience = Audience.named(topic.coverAudience(), Audience.PRIVATE);
    String cover =
        addresses.of(topic.coverPhotoId(), audience, topic.coverVersion(), ImageSize.THUMB);
    return new TopicJson(topic.topic(), topic.count(), cover, topic.coverPhotoId());
  }
}
