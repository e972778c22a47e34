package lumina.share;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import lumina.access.Viewer;
import lumina.comment.Comment;
import lumina.comment.Commenting;
import lumina.comment.QuotedComment;
import lumina.http.list.PageRequest;
import lumina.http.list.PageSize;
import lumina.http.problem.Problem;
import lumina.like.Liking;
import lumina.photo.Photo;
import lumina.photo.PhotoStore;
import lumina.share.OpenLinks.OpenLink;
import lumina.text.FieldLimit;
import lumina.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/// Comments and likes behind a link that allows them.
@RestController
@RequestMapping("/api/s/{token}/photos/{id}")
class LinkReactionController {
  private static final FieldLimit TEXT = new FieldLimit("text", 2_000);
  private static final FieldLimit CLIENT_ID = new FieldLimit("client_id", 100);

  /// @param name under which a guest writes; not needed by those who have one
  /// @param replyTo the id of another comment on this photo
  record AddSharedCommentRequest(
      @Nullable String text,
      @Nullable String name,
      @Nullable String clientId,
      @Nullable String replyTo) {}

  /// What a comment replies to.
  ///
  /// @param username null with the text if the comment was deleted, or is hidden from the reader
  record SharedQuotedComment(String commentId, @Nullable String username, @Nullable String text) {
    static @Nullable SharedQuotedComment of(@Nullable QuotedComment quoted) {
      return quoted == null
          ? null
          : new SharedQuotedComment(quoted.commentId(), quoted.username(), quoted.text());
    }
  }

  /// @param reaction one of ❤️ 😂 😮 😢 👏 🔥; without it I keep mine, or like with a heart
  record LikeSharedPhotoRequest(@Nullable String reaction) {}

  /// A comment as people get it who have a link.
  ///
  /// @param guest whether the author is a guest without an account
  /// @param mine whether I wrote it, and may delete it
  record SharedCommentJson(
      String commentId,
      String username,
      boolean guest,
      boolean mine,
      String text,
      @Nullable String clientId,
      long createdAt,
      boolean deleted,
      @Nullable SharedQuotedComment replyTo) {
    static SharedCommentJson of(Comment comment, OpenLink link) {
      return of(comment, link.as(comment.userId()));
    }

    static SharedCommentJson of(Comment comment, Viewer viewer) {
      boolean mine = viewer.is(comment.userId());
      return new SharedCommentJson(
          comment.commentId(),
          comment.username(),
          Viewer.isGuest(comment.userId()),
          mine,
          comment.text(),
          mine ? comment.clientId() : null,
          comment.createdAt(),
          comment.deleted(),
          SharedQuotedComment.of(comment.replyTo()));
    }
  }

  private final OpenLinks links;
  private final GuestWriting authors;
  private final PhotoStore photos;
  private final Commenting comments;
  private final Liking liking;

  LinkReactionController(
      OpenLinks links,
      GuestWriting authors,
      PhotoStore photos,
      Commenting comments,
      Liking liking) {
    this.links = links;
    this.authors = authors;
    this.photos = photos;
    this.comments = comments;
    this.liking = liking;
  }

  /// Lists the comments on a photo that a link shows, oldest first.
  @GetMapping("/comments")
  ResponseEntity<List<SharedCommentJson>> listSharedComments(
      Viewer viewer,
      @PathVariable String token,
      @PathVariable String id,
      PageRequest page,
      HttpServletRequest request) {
    OpenLink link = openForComments(token, viewer, request);
    return comments
        .list(link.viewer(), photo(link, id), PageSize.of(page.limit()), page.cursor())
        .map(comment -> SharedCommentJson.of(comment, link))
        .toResponse();
  }

  /// Adds a comment to a photo that a link shows.
  @PostMapping("/comments")
  @ResponseStatus(HttpStatus.CREATED)
  SharedCommentJson addSharedComment(
      Viewer viewer,
      @PathVariable String token,
      @PathVariable String id,
      @RequestBody AddSharedCommentRequest comment,
      ServletWebRequest web) {
    HttpServletRequest request = web.getRequest();
    HttpServletResponse response = requireNonNull(web.getResponse());
    OpenLink link = openForComments(token, viewer, request);
    Photo photo = photo(link, id);
    String text = Text.required(TEXT, comment.text());
    String clientId = Text.optional(CLIENT_ID, comment.clientId());
    Viewer.Guest author = authors.commenter(link, comment.name(), request, response);
    return SharedCommentJson.of(
        comments.add(
            author, photo.entry(), text, clientId.isEmpty() ? null : clientId, comment.replyTo()),
        author);
  }

  /// Deletes a comment of mine, also if the link has no comments any more.
  @DeleteMapping("/comments/{commentId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void deleteSharedComment(
      Viewer viewer,
      @PathVariable String token,
      @PathVariable String id,
      @PathVariable String commentId,
      HttpServletRequest request) {
    OpenLink link = links.open(token, viewer, request);
    String photoId = photo(link, id).photoId();
    long author = comments.author(photoId, commentId);
    comments.remove(link.as(author), photoId, commentId);
  }

  /// Likes a photo that a link shows, or removes my like.
  @PostMapping("/like")
  Liking.Likes toggleSharedLike(
      Viewer viewer,
      @PathVariable String token,
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response) {
    OpenLink link = openForLikes(token, viewer, id, request);
    return liking.toggle(authors.liker(link, request, response), id);
  }

  /// Likes a photo that a link shows, with a heart or another emoji; does nothing if I like it so
  /// already.
  @PutMapping("/like")
  Liking.Likes likeSharedPhoto(
      Viewer viewer,
      @PathVariable String token,
      @PathVariable String id,
      @RequestBody(required = false) @Nullable LikeSharedPhotoRequest like,
      ServletWebRequest web) {
    HttpServletRequest request = web.getRequest();
    OpenLink link = openForLikes(token, viewer, id, request);
    Viewer author = authors.liker(link, request, requireNonNull(web.getResponse()));
    return liking.like(author, id, like == null ? null : like.reaction());
  }

  /// Removes my like, also if the link has no likes any more; does nothing if there is none.
  @DeleteMapping("/like")
  Liking.Likes unlikeSharedPhoto(
      Viewer viewer,
      @PathVariable String token,
      @PathVariable String id,
      HttpServletRequest request) {
    OpenLink link = links.open(token, viewer, request);
    return liking.unlike(link.viewer(), photo(link, id).photoId());
  }

  private OpenLink openForLikes(
      String token, Viewer viewer, String id, HttpServletRequest request) {
    OpenLink link = links.open(token, viewer, request);
    if (!link.share().likes()) {
      throw new Problem.NotFound("no_likes", "These photos are shared without likes.");
    }
    if (!photos.sees(link.viewer(), id)) {
      throw new Problem.NotFound("photo");
    }
    return link;
  }

  private OpenLink openForComments(String token, Viewer viewer, HttpServletRequest request) {
    OpenLink link = links.open(token, viewer, request);
    if (!link.share().comments()) {
      throw new Problem.NotFound("no_comments", "These photos are shared without comments.");
    }
    return link;
  }

  private Photo photo(OpenLink link, String id) {
    return photos.find(link.viewer(), id).orElseThrow(() -> new Problem.NotFound("photo"));
  }
}
