package lumina.photo;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lumina.access.Audience;
import lumina.access.Permission;
import lumina.access.Viewer;
import lumina.access.Viewer.Person;
import lumina.http.problem.Problem;
import lumina.id.SortKey;
import lumina.media.Taken;
import lumina.photo.count.Quota;
import lumina.photo.detail.NewPhoto;
import lumina.photo.detail.PhotoItems;
import lumina.photo.detail.PhotoText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads and writes photos: the index decides which photos a viewer may see, and the items hold
/// their details.
@Component
public class PhotoStore {
  private static final long NONE = -1;

  /// How a photo was at another place.
  ///
  /// @param createdAt its time in lists, in milliseconds since 1970
  /// @param taken when it was taken, as its owner said there; null if the file says it
  public record Imported(long createdAt, @Nullable Taken taken) {}

  private final PhotoIndex index;
  private final PhotoIndexChanges changes;
  private final PhotoItems items;
  private final Quota quota;
  private final PhotoReading reading;

  PhotoStore(
      PhotoIndex index,
      PhotoIndexChanges changes,
      PhotoItems items,
      Quota quota,
      PhotoReading reading) {
    this.index = index;
    this.changes = changes;
    this.items = items;
    this.reading = reading;
    this.quota = quota;
  }

  public Optional<Photo> find(Viewer viewer, String photoId) {
    return Optional.ofNullable(among(viewer, Set.of(photoId)).get(photoId));
  }

  /// Returns a photo that a person is about to change.
  ///
  /// @param deed a verb for the change
  /// @throws Problem.NotFound if this person can see no such photo
  /// @throws Problem.Forbidden if somebody else owns it
  public Photo toChange(Person person, String photoId, String deed) {
    Photo photo = find(person, photoId).orElseThrow(() -> new Problem.NotFound("photo"));
    Permission.toChangePhoto(photo.userId(), photo.username(), deed).require(person.userId());
    return photo;
  }

  /// Returns a photo whose details a person is about to change.
  ///
  /// @throws Problem.NotFound if this person can see no such photo
  /// @throws Problem.Forbidden if somebody else owns it
  /// @throws Problem.Conflict if it is in the trash
  public Photo toEdit(Person person, String photoId) {
    Photo photo = toChange(person, photoId, "edit");
    photo.entry().requireNotInTrash();
    return photo;
  }

  /// Returns those of these photos that this viewer may see, by id.
  public Map<String, Photo> among(Viewer viewer, Collection<String> photoIds) {
    return read(viewer, index.among(viewer, photoIds)).stream()
        .collect(Collectors.toMap(Photo::photoId, photo -> photo));
  }

  /// Returns the owner of a photo, regardless of the viewer.
  public Optional<Long> owner(String photoId) {
    return index.owner(photoId);
  }

  /// Returns the ids of those photos that this viewer may see.
  public Set<String> seen(Viewer viewer, Collection<String> photoIds) {
    return index.among(viewer, photoIds).stream()
        .map(IndexEntry::photoId)
        .collect(Collectors.toSet());
  }

  /// Returns the rows of those of these photos that this viewer may see, in any order.
  public List<IndexEntry> entries(Viewer viewer, Collection<String> photoIds) {
    return index.among(viewer, photoIds);
  }

  /// Whether this viewer may see a photo.
  public boolean sees(Viewer viewer, String photoId) {
    return entry(viewer, photoId).isPresent();
  }

  /// Returns a photo of this person for each of these checksums that they have one of, the newest;
  /// the trash does not count.
  public Map<String, String> known(Person owner, Collection<String> checksums) {
    return index.known(owner, checksums);
  }

  /// Returns all photos of this person with this checksum, the first that came here first; the
  /// trash does not count.
  public List<IndexEntry> ofFile(Person owner, String checksum) {
    return index.ofFile(owner, checksum);
  }

  /// Counts the photos of a person that lists show this viewer.
  public long count(Viewer viewer, long owner) {
    return index.count(viewer, owner);
  }

  /// Converts rows of the index to photos for their reader, in the same order.
  public List<Photo> read(Viewer viewer, List<IndexEntry> entries) {
    return reading.read(viewer, entries);
  }

  /// Returns the row of a photo that this viewer may see, without its details.
  public Optional<IndexEntry> entry(Viewer viewer, String photoId) {
    return reading.entry(viewer, photoId);
  }

  public boolean exists(String photoId) {
    return index.holds(photoId);
  }

  /// @throws Problem.TooLarge if a file of this size exceeds the quota of its owner
  public void requireRoom(Person owner, long bytes) {
    quota.require(owner.userId(), bytes);
  }

  /// Adds a photo whose files are already stored.
  ///
  /// @param now the time of its upload, in milliseconds since 1970
  /// @param condition throws if the photo must not be added; it runs in the transaction
  /// @throws Problem.Unavailable if that took so long that its files were swept
  /// @throws Problem.Unauthorized if the account of its owner was deleted meanwhile
  public void add(Person owner, NewPhoto photo, long now, Runnable condition) {
    add(owner, photo, now, null, condition);
  }

  /// Adds a photo like [#add], which nobody is told of and Home does not show.
  public void add(Person owner, NewPhoto photo, Imported imported, Runnable condition) {
    add(owner, photo, imported.createdAt(), imported, condition);
  }

  private void add(
      Person owner, NewPhoto photo, long at, @Nullable Imported imported, Runnable condition) {
    String topic = index.spelled(owner, photo.text().topic(), NONE);
    NewPhoto spelled = photo.with(photo.text().under(topic));
    items.add(spelled, owner.username(), at);
    long sortKey = SortKey.of(at, photo.photoId());
    Runnable allowed =
        () -> {
          index.lockOwner(owner);
          condition.run();
        };
    if (!changes.add(owner, spelled, sortKey, imported, allowed)) {
      throw new Problem.Unavailable(
          "too_slow", "Saving this photo took too long. Please send it again.");
    }
  }

  /// Narrows the audience first and widens it last, so that only the right people read the new
  /// texts, even if this is interrupted.
  ///
  /// @param audience null to leave it as it is
  public void edit(Person owner, Photo photo, PhotoText.Edit edit, @Nullable Audience audience) {
    String topic = edit.topic();
    if (topic != null) {
      topic = index.spelled(owner, topic, photo.entry().sortKey());
    }
    if (audience != null) {
      changes.narrow(photo, audience);
    }
    items.edit(photo.photoId(), edit.under(topic), audience);
    changes.edit(photo, audience, topic, this::storedText);
  }

  /// Changes the tags of a photo, and keeps what other requests change of them at the same time.
  ///
  /// @throws Problem as [#toEdit], or if it would have too many tags
  @Transactional
  public void retag(Person owner, String photoId, Consumer<Set<String>> change) {
    changes.lock(toEdit(owner, photoId).entry()); // waits for the other requests
    Photo photo = toEdit(owner, photoId);
    Set<String> tags = new LinkedHashSet<>(photo.text().tags());
    change.accept(tags);
    edit(owner, photo, PhotoText.Edit.of(null, null, null, List.copyOf(tags)), null);
  }

  private Optional<PhotoText> storedText(IndexEntry entry) {
    return Optional.ofNullable(
            items.read(0, Map.of(entry.photoId(), entry.revision())).get(entry.photoId()))
        .map(item -> item.details(entry.topic()).text());
  }

  /// Deletes a photo for everybody at once; its files are swept ([PendingPhotos]).
  public void delete(IndexEntry photo) {
    changes.remove(photo);
  }

  /// Deletes a photo like [#delete], unless it was restored from the trash since it was read.
  public void deleteFromTrash(IndexEntry photo) {
    changes.removeFromTrash(photo);
  }

  /// Returns the sort key of a photo, or empty if this viewer cannot see it.
  public Optional<Long> sortKey(Viewer viewer, String photoId) {
    return entry(viewer, photoId).map(IndexEntry::sortKey);
  }
}
