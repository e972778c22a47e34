package lumina.notification;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lumina.access.Viewer.Person;
import lumina.album.Album;
import lumina.album.AlbumStore;
import lumina.comment.Comment;
import lumina.comment.CommentKey;
import lumina.comment.Commenting;
import lumina.notification.NotificationGroups.Group;
import lumina.photo.Photo;
import lumina.photo.PhotoStore;
import lumina.text.Excerpt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads the current text that a notification quotes when it is shown: the comment, the caption
/// that mentions the reader, or the title of the album.
@Component
class Excerpts {
  private static final int MAX_LENGTH = 141;
  private static final Set<String> QUOTING =
      Set.of(
          NotificationKind.PHOTO_COMMENTED.word(),
          NotificationKind.COMMENT_REPLY.word(),
          NotificationKind.MENTION.word());

  private final PhotoStore photos;
  private final Commenting comments;
  private final AlbumStore albums;

  Excerpts(PhotoStore photos, Commenting comments, AlbumStore albums) {
    this.albums = albums;
    this.photos = photos;
    this.comments = comments;
  }

  /// @return the quote of each of these groups, empty for none
  Function<Group, String> of(Person viewer, List<Group> groups) {
    List<Group> quoting = groups.stream().filter(it -> QUOTING.contains(it.kind())).toList();
    Map<String, Photo> seen =
        photos.among(viewer, quoting.stream().map(Group::subject).collect(Collectors.toSet()));
    Map<String, Comment> said =
        comments.among(
            viewer, seen, quoting.stream().map(Excerpts::comment).collect(Collectors.toSet()));
    Map<String, String> titles = titles(viewer, groups);
    return group ->
        group.isOfAlbum()
            ? titles.getOrDefault(group.subject(), "")
            : quote(group, seen.get(group.subject()), said.get(group.commentId()));
  }

  private Map<String, String> titles(Person viewer, List<Group> groups) {
    Set<String> ids =
        groups.stream().filter(Group::isOfAlbum).map(Group::subject).collect(Collectors.toSet());
    return albums.among(viewer, ids).stream()
        .collect(Collectors.toMap(Album::albumId, Album::title));
  }

  private static CommentKey comment(Group group) {
    return new CommentKey(group.subject(), group.commentId());
  }

  private static String quote(Group group, @Nullable Photo photo, @Nullable Comment comment) {
    if (comment != null) {
      return Excerpt.of(comment.text(), MAX_LENGTH);
    }
    boolean byCaption =
        group.kind().equals(NotificationKind.MENTION.word()) && group.commentId().isEmpty();
    return byCaption && photo != null ? Excerpt.of(photo.text().caption(), MAX_LENGTH) : "";
  }
}
