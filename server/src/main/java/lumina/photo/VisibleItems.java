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

  /// Returns items by photo id; photos without an item are missing from the result.
  Map<String, PhotoItem> read(Viewer viewer, List<IndexEntry> photos) {
    Map<String, Long> revisions =
        photos.stream().collect(Collectors.toMap(IndexEntry::photoId, IndexEntry::revision));
    Map<String, PhotoItem> found = new HashMap<>(items.read(viewer.userId(), revisions));
    Map<String, Set<Long>> hidden = hidden(viewer, photos, found);
    if (!hidden.isEmpty()) {
      Map<String, Counts> deeds = items.deeds(revisions, hidden);
      hidden.forEach(
          (photo, people) ->
              found.computeIfPresent(
                  photo, (id, item) -> without(item, people, Counts.in(deeds, id))));
    }
    return found;
  }

  /// Returns the hidden people under each photo that has any likes or comments.
  private Map<String, Set<Long>> hidden(
      Viewer viewer, List<IndexEntry> photos, Map<String, PhotoItem> found) {
    Set<Long> owners = photos.stream().map(IndexEntry::userId).collect(Collectors.toSet());
    Blocks.Hidden hidden = blocks.under(viewer, owners);
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
