package lumina.batch;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lumina.access.Audience;
import lumina.access.Viewer.Person;
import lumina.batch.PhotoBatchController.ChangePhotosRequest;
import lumina.http.problem.Problem;
import lumina.photo.PhotoStore;
import lumina.photo.Timeline;
import lumina.photo.detail.PhotoText;
import lumina.trash.Trash;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads from a request the one change that it makes to each photo.
@Component
class PhotoChanges {
  interface PhotoChange {
    /// @throws Problem if this photo cannot be changed so
    void make(Person owner, String photoId);
  }

  private final PhotoStore photos;
  private final Timeline timeline;
  private final Trash trash;

  PhotoChanges(PhotoStore photos, Timeline timeline, Trash trash) {
    this.photos = photos;
    this.timeline = timeline;
    this.trash = trash;
  }

  /// @throws Problem.Invalid if the request has no change, or several, or one that no photo can
  ///   have
  PhotoChange of(ChangePhotosRequest request) {
    List<PhotoChange> changes =
        Stream.of(
                audience(request.audience()),
                topic(request.topic()),
                addTags(request.addTags()),
                removeTags(request.removeTags()),
                shift(request.takenShift()),
                Boolean.TRUE.equals(request.trash()) ? (PhotoChange) trash::put : null,
                Boolean.TRUE.equals(request.restore()) ? (PhotoChange) trash::restore : null)
            .filter(Objects::nonNull)
            .toList();
    if (changes.size() != 1) {
      throw new Problem.Invalid(
          "request",
          "one_change",
          "Please name exactly one change: audience, topic, add_tags, remove_tags, taken_shift,"
              + " trash or restore.");
    }
    return changes.getFirst();
  }

  private @Nullable PhotoChange audience(@Nullable String word) {
    Audience audience = Audience.named(word);
    return audience == null
        ? null
        : (owner, id) ->
            photos.edit(owner, photos.toEdit(owner, id), PhotoText.Edit.NONE, audience);
  }

  private @Nullable PhotoChange topic(@Nullable String topic) {
    if (topic == null) {
      return null;
    }
    PhotoText.Edit edit = PhotoText.Edit.of(topic, null, null, null);
    return (owner, id) -> photos.edit(owner, photos.toEdit(owner, id), edit, null);
  }

  private @Nullable PhotoChange addTags(@Nullable List<String> typed) {
    if (typed == null) {
      return null;
    }
    List<String> added = PhotoText.tags(typed);
    return retag(tags -> tags.addAll(added));
  }

  private @Nullable PhotoChange removeTags(@Nullable List<String> typed) {
    if (typed == null) {
      return null;
    }
    List<String> removed = PhotoText.tags(typed);
    return retag(tags -> tags.removeAll(removed));
  }

  private PhotoChange retag(Consumer<Set<String>> change) {
    return (owner, id) -> photos.retag(owner, id, change);
  }

  private @Nullable PhotoChange shift(@Nullable Long millis) {
    return millis == null ? null : (owner, id) -> timeline.shift(photos.toEdit(owner, id), millis);
  }
}
