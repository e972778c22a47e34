package lumina.feed;

import lumina.access.Viewer.Person;
import lumina.account.FeedMarks;
import lumina.http.problem.Problem;
import lumina.http.problem.Required;
import lumina.id.SortKey;
import lumina.photo.PhotoStore;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// How far a person has seen Home, on any device.
@RestController
@RequestMapping("/api/feed/seen")
class FeedMarkController {
  /// @param seenUntil milliseconds since 1970: everything up to then was seen
  record FeedSeen(long seenUntil) {}

  record MarkFeedSeenRequest(@Nullable String photoId) {}

  private final FeedMarks marks;
  private final PhotoStore photos;

  FeedMarkController(FeedMarks marks, PhotoStore photos) {
    this.marks = marks;
    this.photos = photos;
  }

  /// Reads how far I have seen Home, on any device.
  @GetMapping
  FeedSeen getFeedSeen(Person viewer) {
    return new FeedSeen(SortKey.timeOf(marks.read(viewer.userId())));
  }

  /// Marks Home as seen up to a photo; only moves forward.
  @PutMapping
  FeedSeen markFeedSeen(Person viewer, @RequestBody MarkFeedSeenRequest mark) {
    String photoId = Required.field("photo_id", mark.photoId(), "Please say which photo.");
    long sortKey = photos.sortKey(viewer, photoId).orElseThrow(() -> new Problem.NotFound("photo"));
    marks.advance(viewer.userId(), sortKey);
    return getFeedSeen(viewer);
  }
}
