package lumina.like;

import java.util.List;
import lumina.access.Viewer;
import lumina.http.list.PageRequest;
import lumina.http.list.PageSize;
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
  private final Liking liking;

  LikeController(Liking liking) {
    this.liking = liking;
  }

  @PostMapping("/like")
  Liking.Likes toggle(Viewer viewer, @PathVariable String id) {
    return liking.toggle(viewer, id);
  }

  @PutMapping("/like")
  Liking.Likes like(Viewer viewer, @PathVariable String id) {
    return liking.like(viewer, id);
  }

  @DeleteMapping("/like")
  Liking.Likes unlike(Viewer viewer, @PathVariable String id) {
    return liking.unlike(viewer, id);
  }

  @GetMapping("/likes")
  ResponseEntity<List<Liking.Liker>> likers(
      Viewer viewer, @PathVariable String id, PageRequest page) {
    return liking.list(viewer, id, PageSize.of(page.limit()), page.cursor()).toResponse();
  }
}
