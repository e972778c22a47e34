package lumina.photo;

import lumina.account.Viewer;
import lumina.http.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// How far somebody has looked at Home, on whichever device.
@RestController
@RequestMapping("/api/feed/seen")
class FeedController {
  /// @param seenUntil milliseconds since 1970: everything up to then was seen
  record Seen(long seenUntil) {}

  record Mark(@Nullable String photoId) {}

  private final FeedMarks marks;
  private final PhotoStore photos;

  FeedController(FeedMarks marks, PhotoStore photos) {
    this.marks = marks;
    this.photos = photos;
  }

  @GetMapping
  Seen seen(Viewer viewer) {
    return new Seen(Position.timeOf(marks.read(viewer.userId())));
  }

  /// Only ever moves forward.
  @PutMapping
  Seen mark(Viewer viewer, @RequestBody Mark mark) {
    if (mark.photoId() == null) {
      throw new Problem.Invalid("photo_id", "missing_field", "Please say which photo.");
    }
    long position =
        photos.position(viewer, mark.photoId()).orElseThrow(() -> new Problem.NotFound("photo"));
    marks.advance(viewer.userId(), position);
    return seen(viewer);
  }

  @Repository
  @Transactional
  static class FeedMarks {
    private final JdbcClient sql;

    FeedMarks(JdbcClient sql) {
      this.sql = sql;
    }

    @Transactional(readOnly = true)
    long read(long userId) {
      return sql.sql("SELECT feed_seen FROM users WHERE id = :user")
          .param("user", userId)
          .query(Long.class)
          .single();
    }

    void advance(long userId, long position) {
      sql.sql("UPDATE users SET feed_seen = :position WHERE id = :user AND feed_seen < :position")
          .param("position", position)
          .param("user", userId)
          .update();
    }
  }
}
