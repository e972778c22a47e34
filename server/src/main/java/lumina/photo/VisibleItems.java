package lumina.photo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lumina.access.Blocks;
import lumina.access.HiddenPeople;
import lumina.access.Viewer;
import lumina.photo.detail.PhotoItem;
import lumina.photo.detail.PhotoItems;
import lumina.photo.detail.PhotoItems.Counts;
import lumina.text.ReactionCounts;
import org.springframework.stereotype.Component;

/// Reads photo items as one viewer sees them: without likes and comments that blocks hide, also in
/// counts.
@Component
public class VisibleItems {
  private final PhotoItems items;
  private final HiddenPeople blocks;

  VisibleItems(PhotoItems items, HiddenPeople blocks) {
    this.items = items;
    this.blocks = blocks;
  }

  /// Returns items by photo id, with what blocks hide; photos without an item are missing from the
  /// result.
  Map<String, PhotoItem> withHidden(Viewer viewer, List<IndexEntry> photos) {
    return items.read(viewer.userId(), revisions(photos));
  }

  private static Map<String, Long> revisions(List<IndexEntry> photos) {
    return photos.stream().collect(Collectors.toMap(IndexEntry::photoId, IndexEntry::revision));
  }

  /// Leaves of the items of these photos what blocks do not hide.
  Map<String, PhotoItem> without(
      Blocks.Hidden hidden, Map<String, PhotoItem> found, List<IndexEntry> photos) {
    Map<String, Set<Long>> people = under(photos, hidden, found);
    if (people.isEmpty()) {
      return found;
    }
    Map<String, Counts> deeds = items.deeds(revisions(photos), people);
    Map<String, PhotoItem> rest = new HashMap<>(found);
    people.forEach(
        (photo, some) ->
            rest.computeIfPresent(photo, (id, item) -> without(item, some, Counts.in(deeds, id))));
    return rest;
  }

  /// Returns the hidden people under each photo that has any likes or comments.
  private static Map<String, Set<Long>> under(
      List<IndexEntry> photos, Blocks.Hidden hidden, Map<String, PhotoItem> found) {
    Map<String, Set<Long>> people = new HashMap<>();
    for (IndexEntry photo : photos) {
      PhotoItem item = found.get(photo.photoId());
      Set<Long> here = hidden.under(photo.userId());
      if (item != null && item.likes() + item.commentCount() > 0 && !here.isEmpty()) {
        people.put(photo.photoId(), here);
      }
    }
    return people;
  }

  private PhotoItem without(PhotoItem item, Set<Long> people, Counts deeds) {
    PhotoItem.LatestComment latest = item.latest();
    return item.without(
        deeds,
        latest != null && people.contains(latest.userId())
            ? items.latestExcept(people, item.photoId()).orElse(null)
            : latest);
  }

  /// Returns the people whom blocks hide from this viewer under a photo.
  public Set<Long> hidden(Viewer viewer, IndexEntry photo) {
    return blocks.under(viewer, Set.of(photo.userId())).under(photo.userId());
  }

  /// Counts the likes of a photo that blocks hide from this viewer.
  public ReactionCounts hiddenLikes(Viewer viewer, IndexEntry photo) {
    Set<Long> people = hidden(viewer, photo);
    if (people.isEmpty()) {
      return ReactionCounts.NONE;
    }
    Map<String, Counts> deeds =
        items.deeds(Map.of(photo.photoId(), photo.revision()), Map.of(photo.photoId(), people));
    return Counts.in(deeds, photo.photoId()).likes();
  }
}
