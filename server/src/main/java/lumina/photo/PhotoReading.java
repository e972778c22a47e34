package lumina.photo;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lumina.access.Disclosure;
import lumina.access.Friends;
import lumina.access.Viewer;
import lumina.account.People;
import lumina.account.PersonSummaries;
import lumina.account.PersonSummary;
import lumina.id.Id;
import lumina.media.Capture;
import lumina.photo.detail.PhotoItem;
import lumina.storage.cache.Remembered;
import lumina.storage.cache.Writes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads photos as one viewer sees them: with the items and the people of rows of the index. It
/// remembers who may see which row.
@Component
class PhotoReading {
  private static final int MAX_REMEMBERED = 10_000;

  /// A photo that somebody wants to see.
  private record Wanted(Viewer viewer, String photoId) {}

  private final Remembered<Wanted, Optional<IndexEntry>> seen;
  private final VisibleItems visible;
  private final PersonSummaries summaries;
  private final Friends friends;

  PhotoReading(
      PhotoIndex index,
      VisibleItems visible,
      PersonSummaries summaries,
      Friends friends,
      Writes writes) {
    seen =
        Remembered.each(
            writes, MAX_REMEMBERED, wanted -> index.find(wanted.viewer(), wanted.photoId()));
    this.visible = visible;
    this.summaries = summaries;
    this.friends = friends;
  }

  /// Returns the row of a photo that this viewer may see.
  Optional<IndexEntry> entry(Viewer viewer, String photoId) {
    return Id.isPossible(photoId) ? seen.get(new Wanted(viewer, photoId)) : Optional.empty();
  }

  /// Converts rows of the index to photos for their reader, in the same order.
  List<Photo> read(Viewer viewer, List<IndexEntry> entries) {
    if (entries.isEmpty()) {
      return List.of();
    }
    Map<String, PhotoItem> all = visible.withHidden(viewer, entries);
    People known = summaries.withBlocks(viewer, peopleOn(entries, all.values()));
    Map<String, PhotoItem> said = visible.without(known.hidden(), all, entries);
    Map<Long, PersonSummary> people = withAuthors(viewer, known.byId(), said.values());
    List<Photo> photos =
        entries.stream()
            .flatMap(
                entry -> {
                  PhotoItem item = said.get(entry.photoId());
                  PersonSummary owner = people.get(entry.userId());
                  return item == null || owner == null
                      ? Stream.empty()
                      : Stream.of(Photo.of(entry, item, owner, latest(item, people)));
                })
            .toList();
    return disclose(viewer, photos);
  }

  private static Set<Long> peopleOn(List<IndexEntry> entries, Collection<PhotoItem> said) {
    Stream<Long> owners = entries.stream().map(IndexEntry::userId);
    return Stream.concat(owners, authors(said)).collect(Collectors.toSet());
  }

  private static Stream<Long> authors(Collection<PhotoItem> said) {
    return said.stream().flatMap(item -> Stream.ofNullable(item.latest()).map(c -> c.userId()));
  }

  /// Adds the authors of comments that are shown instead of hidden ones.
  private Map<Long, PersonSummary> withAuthors(
      Viewer viewer, Map<Long, PersonSummary> known, Collection<PhotoItem> said) {
    Set<Long> others =
        authors(said).filter(author -> !known.containsKey(author)).collect(Collectors.toSet());
    if (others.isEmpty()) {
      return known;
    }
    Map<Long, PersonSummary> all = new HashMap<>(known);
    all.putAll(summaries.of(viewer, others));
    return all;
  }

  private static Photo.@Nullable LatestComment latest(
      PhotoItem item, Map<Long, PersonSummary> people) {
    PhotoItem.LatestComment newest = item.latest();
    if (newest == null) {
      return null;
    }
    PersonSummary author = people.get(newest.userId());
    return author == null ? null : Photo.LatestComment.of(newest, author);
  }

  /// Leaves of how photos were taken what the viewer may know, see [Disclosure].
  private List<Photo> disclose(Viewer viewer, List<Photo> photos) {
    Set<Long> sharing =
        photos.stream()
            .filter(photo -> photo.capture().place() != null && !viewer.is(photo.userId()))
            .filter(photo -> photo.owner().disclosure().place())
            .map(Photo::userId)
            .collect(Collectors.toSet());
    Set<Long> among = friends.among(viewer, sharing);
    return photos.stream()
        .map(
            photo ->
                photo.with(
                    disclosed(viewer, photo, among.contains(photo.userId())),
                    viewer.is(photo.userId()) ? photo.entry().checksum() : null))
        .toList();
  }

  private static Capture disclosed(Viewer viewer, Photo photo, boolean friend) {
    Disclosure rule = photo.owner().disclosure();
    Capture all = photo.capture();
    return new Capture(
        all.taken(),
        rule.ofCamera(viewer) ? all.camera() : null,
        rule.ofPlace(viewer, friend) ? all.place() : null);
  }
}
