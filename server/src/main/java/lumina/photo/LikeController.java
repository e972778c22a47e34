package lumina.photo;

import java.util.List;
import lumina.account.Viewer;
import lumina.http.Limit;
import lumina.http.PageForm;
import lumina.http.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/photos/{id}")
class LikeController {
  record Likes(long likes, boolean liked) {}

  record Liker(long id, String username, long likedAt) {}

  private final PhotoStore photos;
  private final LikeStore likes;

  LikeController(PhotoStore photos, LikeStore likes) {
    this.photos = photos;
    this.likes = likes;
  }

  @PostMapping("/like")
  Likes toggle(Viewer viewer, @PathVariable String id) {
    likes.toggle(viewer, id);
    return likes(viewer, id);
  }

  @PutMapping("/like")
  Likes like(Viewer viewer, @PathVariable String id) {
    likes.like(viewer, id);
    return likes(viewer, id);
  }

  @DeleteMapping("/like")
  Likes unlike(Viewer viewer, @PathVariable String id) {
    likes.unlike(viewer, id);
    return likes(viewer, id);
  }

  @GetMapping("/likes")
  ResponseEntity<List<Liker>> likers(Viewer viewer, @PathVariable String id, PageForm page) {
    likes(viewer, id);
    return likes
        .list(viewer, id, Limit.of(page.limit()), page.cursor())
        .map(like -> new Liker(like.id(), like.username(), like.likedAt()))
        .toResponse();
  }

  private Likes likes(Viewer viewer, String id) {
    Photo photo = photos.find(viewer, id).orElseThrow(() -> new Problem.NotFound("photo"));
    return new Likes(photo.likes(), photo.liked());
  }
}
