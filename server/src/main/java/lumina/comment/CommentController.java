package lumina.comment;

import java.util.List;
import lumina.access.Viewer;
import lumina.access.Viewer.Person;
import lumina.http.list.PageRequest;
import lumina.http.list.PageSize;
import lumina.http.problem.Problem;
import lumina.photo.IndexEntry;
import lumina.photo.Photo;
import lumina.photo.PhotoStore;
import lumina.text.FieldLimit;
import lumina.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/photos/{photoId}/comments")
class CommentController {
  static final FieldLimit TEXT = new FieldLimit("text", 2_000);
  private static final FieldLimit CLIENT_ID = new FieldLimit("client_id", 100);

  /// @param replyTo the id of another comment on this photo
  record AddCommentRequest(
      @Nullable String text, @Nullable String clientId, @Nullable String replyTo) {}

  private final PhotoStore photos;
  private final Commenting comments;

  CommentController(PhotoStore photos, Commenting comments) {
    this.photos = photos;
    this.comments = comments;
  }

  /// Lists the comments on a photo, oldest first.
  @GetMapping
  ResponseEntity<List<CommentJson>> listComments(
      Viewer viewer, @PathVariable String photoId, PageRequest page) {
    return comments
        .list(viewer, photo(viewer, photoId), PageSize.of(page.limit()), page.cursor())
        .map(CommentJson::of)
        .toResponse();
  }

  /// Adds a comment to a photo.
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  CommentJson addComment(
      Person viewer, @PathVariable String photoId, @RequestBody AddCommentRequest comment) {
    IndexEntry photo = photos.entry(viewer, photoId).orElseThrow(CommentController::noPhoto);
    String text = Text.required(TEXT, comment.text());
    String clientId = Text.optional(CLIENT_ID, comment.clientId());
    return CommentJson.of(
        comments.add(viewer, photo, text, clientId.isEmpty() ? null : clientId, comment.replyTo()));
  }

  /// Deletes a comment; for its author and the owner of the photo.
  @DeleteMapping("/{commentId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void deleteComment(Person viewer, @PathVariable String photoId, @PathVariable String commentId) {
    comments.remove(viewer, photoId, commentId);
  }

  private Photo photo(Viewer viewer, String photoId) {
    return photos.find(viewer, photoId).orElseThrow(CommentController::noPhoto);
  }

  private static Problem noPhoto() {
    return new Problem.NotFound("photo");
  }
}
