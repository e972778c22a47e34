package lumina.like;

import java.util.List;
import lumina.access.Viewer;
import lumina.access.Viewer.Person;
import lumina.http.list.PageRequest;
import lumina.http.list.PageSize;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/photos/{id}")
class LikeController {
  /// @param reaction one of ❤️ 😂 😮 😢 👏 🔥; without it I keep mine, or like with a heart
  record LikePhotoRequest(@Nullable String reaction) {}

  private final Liking liking;

  LikeController(Liking liking) {
    this.liking = liking;
  }

  /// Likes a photo, or removes my like.
  @PostMapping("/like")
  Liking.Likes toggleLike(Person viewer, @PathVariable String id) {
    return liking.toggle(viewer, id);
  }

  /// Likes a photo, with a heart or another emoji; does nothing if I like it so already.
  @PutMapping("/like")
  Liking.Likes likePhoto(
      Person viewer,
      @PathVariable String id,
      @RequestBody(required = false) @Nullable LikePhotoRequest like) {
    return liking.like(viewer, id, like == null ? null : like.reaction());
  }

  /// Removes my like; does nothing if there is none.
  @DeleteMapping("/like")
  Liking.Likes unlikePhoto(Person viewer, @PathVariable String id) {
    return liking.unlike(viewer, id);
  }

  /// Lists the people who like a photo, latest first.
  @GetMapping("/likes")
  ResponseEntity<List<Liking.Liker>> listLikers(
      Viewer viewer, @PathVariable String id, PageRequest page) {
    return liking.list(viewer, id, PageSize.of(page.limit()), page.cursor()).toResponse();
  }
}
