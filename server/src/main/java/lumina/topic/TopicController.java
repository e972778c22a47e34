package lumina.topic;

import java.util.List;
import lumina.account.Viewer;
import lumina.http.Limit;
import lumina.http.PageForm;
import lumina.http.Text;
import lumina.photo.Words;
import lumina.topic.TopicStore.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TopicController {
  private static final int LONGEST = 60;

  record TopicJson(String topic, long count, String coverUrl, String coverPhotoId) {
    static TopicJson of(Topic topic) {
      String cover = "/api/photos/" + topic.coverPhotoId() + "/image/thumb";
      return new TopicJson(topic.topic(), topic.count(), cover, topic.coverPhotoId());
    }
  }

  private final TopicStore topics;

  TopicController(TopicStore topics) {
    this.topics = topics;
  }

  @GetMapping("/api/topics")
  List<TopicJson> list(Viewer viewer, @RequestParam @Nullable String q, PageForm page) {
    String prefix = Words.key(Text.optional("q", q, LONGEST));
    return topics.list(viewer, prefix, Limit.of(page.limit())).stream().map(TopicJson::of).toList();
  }
}
