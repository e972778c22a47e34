package lumina.trash;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import lumina.access.Viewer.Person;
import lumina.http.list.Cursor;
import lumina.http.list.Page;
import lumina.job.RecurringJob;
import lumina.photo.IndexEntry;
import lumina.photo.PendingPhotos;
import lumina.photo.Photo;
import lumina.photo.PhotoStore;
import lumina.photo.PhotoTrash;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// The trash of each person: photos that only their owner still sees, until they are restored or
/// deleted for good.
@Component
public class Trash {
  private static final Logger log = LoggerFactory.getLogger(Trash.class);
  private static final int BATCH_SIZE = 100;

  private final PhotoTrash trash;
  private final PhotoStore photos;
  private final PendingPhotos pending;
  private final Clock clock;
  private final Duration keptFor;

  /// @param days the time after which photos in the trash are deleted
  Trash(
      PhotoTrash trash,
      PhotoStore photos,
      PendingPhotos pending,
      Clock clock,
      @Value("${lumina.trash-days}") int days) {
    this.trash = trash;
    this.photos = photos;
    this.pending = pending;
    this.clock = clock;
    keptFor = Duration.ofDays(days);
  }

  /// Does nothing if it is there already.
  ///
  /// @throws lumina.http.problem.Problem.NotFound if this person can see no such photo
  /// @throws lumina.http.problem.Problem.Forbidden if somebody else owns it
  public void put(Person owner, String photoId) {
    trash.put(photos.toChange(owner, photoId, "delete").entry());
  }

  /// Does nothing if it is not in the trash.
  ///
  /// @throws lumina.http.problem.Problem.NotFound if this person can see no such photo
  /// @throws lumina.http.problem.Problem.Forbidden if somebody else owns it
  public void restore(Person owner, String photoId) {
    trash.restore(photos.toChange(owner, photoId, "restore").entry());
  }

  Page<Photo> page(Person owner, int limit, @Nullable String after) {
    Cursor cursor = new Cursor("trash " + owner.userId());
    List<IndexEntry> read =
        trash.list(owner.userId(), cursor.read(after, Long.MAX_VALUE), limit + 1);
    Page<IndexEntry> page = Page.of(read, limit, entry -> cursor.at(entry.trashedAt()));
    return new Page<>(photos.read(owner, page.items()), page.next());
  }

  /// Deletes a photo for good, in the trash or not, with its comments, likes and files: its row
  /// first, so that it disappears for everybody at once, then its files.
  ///
  /// @throws lumina.http.problem.Problem.NotFound if this person can see no such photo
  /// @throws lumina.http.problem.Problem.Forbidden if somebody else owns it
  public void delete(Person owner, String photoId) {
    photos.delete(photos.toChange(owner, photoId, "delete").entry());
    pending.discard(photoId);
  }

  /// Deletes everything in the trash of a person for good, except what is restored or moved there
  /// meanwhile.
  void empty(Person owner) {
    Page.each(
        Long.MAX_VALUE,
        before -> trash.list(owner.userId(), before, BATCH_SIZE),
        IndexEntry::trashedAt,
        photos::deleteFromTrash);
  }

  /// The time at which a photo in the trash is deleted, in milliseconds since 1970.
  long purgeAt(Photo photo) {
    return photo.entry().trashedAt() + keptFor.toMillis();
  }

  @Bean
  RecurringJob trashPurgeJob() {
    return new RecurringJob("trash-purge", Duration.ofHours(1), true, this::purge);
  }

  private void purge() {
    long end = clock.millis() - keptFor.toMillis();
    int deleted = 0;
    for (List<IndexEntry> some = trash.olderThan(end, BATCH_SIZE);
        !some.isEmpty();
        some = trash.olderThan(end, BATCH_SIZE)) {
      some.forEach(photos::deleteFromTrash);
      deleted += some.size();
    }
    if (deleted > 0) {
      log.info("Deleted {} photos that were in the trash for {} days", deleted, keptFor.toDays());
    }
  }
}
