package lumina.image;

import java.util.Optional;
import java.util.Set;
import lumina.access.Audience;
import lumina.access.HiddenPeople;
import lumina.access.Viewer;
import lumina.id.Id;
import lumina.photo.IndexEntry;
import lumina.photo.PhotoStore;
import lumina.storage.cache.Remembered;
import lumina.storage.cache.Writes;
import org.springframework.stereotype.Component;

/// Decides who may see the images of a photo. For public photos the answer is cached, one entry for
/// all viewers, because many people request the same images at about the same time.
@Component
class VisibleImages {
  private static final int MAX_REMEMBERED = 20_000;
  private static final Viewer ANYBODY = new Viewer.Anonymous();

  /// @param hidden the people from whom blocks hide the photo
  private record PublicPhoto(IndexEntry entry, Set<Long> hidden) {}

  private final PhotoStore photos;
  private final HiddenPeople blocks;
  private final Remembered<String, Optional<PublicPhoto>> open;

  VisibleImages(PhotoStore photos, HiddenPeople blocks, Writes writes) {
    this.photos = photos;
    this.blocks = blocks;
    open = Remembered.each(writes, MAX_REMEMBERED, this::read);
  }

  private Optional<PublicPhoto> read(String photoId) {
    return photos
        .entry(ANYBODY, photoId)
        .filter(entry -> entry.audience() == Audience.PUBLIC) // otherwise an album shows it
        .map(entry -> new PublicPhoto(entry, blocks.from(entry.userId())));
  }

  Optional<IndexEntry> find(Viewer viewer, String photoId) {
    Optional<IndexEntry> found = cached(viewer, photoId);
    return found.isPresent() ? found : photos.entry(viewer, photoId);
  }

  /// Finds a public photo that no block hides from this viewer; nothing where nothing is cached.
  Optional<IndexEntry> cached(Viewer viewer, String photoId) {
    return open.works() && Id.isPossible(photoId)
        ? open.get(photoId)
            .filter(photo -> !photo.hidden().contains(viewer.userId()))
            .map(PublicPhoto::entry)
        : Optional.empty();
  }
}
