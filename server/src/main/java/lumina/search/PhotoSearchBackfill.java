package lumina.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lumina.account.UserStore;
import lumina.id.SortKey;
import lumina.job.RecurringJob;
import lumina.photo.IndexEntry;
import lumina.photo.detail.PhotoItem;
import lumina.photo.detail.PhotoItems;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Indexes photos that an upgrade left without search words, the newest first. Runs at start-up and
/// each hour.
@Component
public class PhotoSearchBackfill {
  private static final int BATCH_SIZE = 100;
  private static final long NOBODY = 0;

  private final SearchIndex index;
  private final PhotoItems items;
  private final UserStore users;

  PhotoSearchBackfill(SearchIndex index, PhotoItems items, UserStore users) {
    this.index = index;
    this.items = items;
    this.users = users;
  }

  @Bean
  RecurringJob photoSearchBackfillJob() {
    return new RecurringJob("photo-search-backfill", Duration.ofHours(1), true, this::index);
  }

  /// Writes the search words of all photos again.
  public void rebuild() {
    index.clear();
    index();
  }

  void index() {
    List<IndexEntry> photos = index.without(SortKey.NEWEST, BATCH_SIZE);
    while (!photos.isEmpty()) {
      index.complete(texts(photos));
      photos = index.without(photos.getLast().sortKey(), BATCH_SIZE);
    }
  }

  private List<SearchIndex.Text> texts(List<IndexEntry> photos) {
    Map<Long, String> names = users.names(photos.stream().map(IndexEntry::userId).toList());
    Map<String, PhotoItem> items =
        this.items.read(
            NOBODY,
            photos.stream().collect(Collectors.toMap(IndexEntry::photoId, IndexEntry::revision)));
    List<SearchIndex.Text> texts = new ArrayList<>();
    for (IndexEntry photo : photos) {
      PhotoItem item = items.get(photo.photoId());
      if (item != null) {
        texts.add(text(photo, item, names.getOrDefault(photo.userId(), "")));
      }
    }
    return texts;
  }

  private static SearchIndex.Text text(IndexEntry photo, PhotoItem item, String username) {
    return new SearchIndex.Text(photo.sortKey(), item.details(photo.topic()).text(), username);
  }
}
