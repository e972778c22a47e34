package lumina.batch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lumina.access.Viewer.Person;
import lumina.batch.PhotoChanges.PhotoChange;
import lumina.http.problem.Problem;
import lumina.http.problem.Required;
import lumina.text.FieldLimit;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PhotoBatchController {
  private static final FieldLimit PHOTO_IDS = new FieldLimit("photo_ids", 1_000);

  /// The photos, and one change.
  ///
  /// @param addTags as those of an upload
  /// @param takenShift milliseconds that are added to the time when each was taken
  /// @param trash true: moves them to the trash
  /// @param restore true: restores them from the trash
  record ChangePhotosRequest(
      @Nullable List<String> photoIds,
      @Nullable String audience,
      @Nullable String topic,
      @Nullable List<String> addTags,
      @Nullable List<String> removeTags,
      @Nullable Long takenShift,
      @Nullable Boolean trash,
      @Nullable Boolean restore) {}

  /// A photo that was not changed, and the code of the problem.
  record FailedChange(String id, String code) {}

  /// @param done the ids of the photos that were changed
  record ChangedPhotos(List<String> done, List<FailedChange> failed) {}

  private final PhotoChanges changes;

  PhotoBatchController(PhotoChanges changes) {
    this.changes = changes;
  }

  /// Makes one change to many photos of mine, to each as a request of its own would.
  @PostMapping("/api/photos/batch")
  ChangedPhotos changePhotos(Person viewer, @RequestBody ChangePhotosRequest request) {
    Set<String> photos =
        new LinkedHashSet<>(
            Required.field("photo_ids", request.photoIds(), "Please say which photos."));
    if (!PHOTO_IDS.allows(photos.size())) {
      throw new Problem.Invalid(
          "photo_ids",
          "too_many_photos",
          "At most %,d photos can be changed at once.".formatted(PHOTO_IDS.max()));
    }
    return apply(viewer, photos, changes.of(request));
  }

  /// If a store fails, the rest is not tried: it would fail, too. What was done is said all the
  /// same, since a repeated shift would move a photo twice.
  private static ChangedPhotos apply(Person viewer, Set<String> photos, PhotoChange change) {
    List<String> done = new ArrayList<>();
    List<FailedChange> failed = new ArrayList<>();
    Deque<String> left = new ArrayDeque<>(photos);
    while (!left.isEmpty()) {
      String id = left.element();
      try {
        change.make(viewer, id);
        done.add(id);
      } catch (Problem.Unavailable | DataAccessException | TransactionException down) {
        if (done.isEmpty()) {
          throw down;
        }
        String code = Problem.Unavailable.storage().code();
        left.forEach(each -> failed.add(new FailedChange(each, code)));
        break;
      } catch (Problem problem) {
        failed.add(new FailedChange(id, problem.code()));
      }
      left.remove();
    }
    return new ChangedPhotos(done, failed);
  }
}
