package lumina.search;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lumina.photo.IndexEntry;
import lumina.photo.PhotoRows;
import lumina.photo.PhotoSearch;
import lumina.photo.detail.PhotoText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Finds photos in the index without search words, and writes their search words.
@Repository
@Transactional
class SearchIndex {
  /// The texts by which a photo is found.
  record Text(long sortKey, PhotoText words, String username) {}

  private final JdbcClient sql;
  private final PhotoRows rows;
  private final PhotoSearch search;

  SearchIndex(JdbcClient sql, PhotoRows rows, PhotoSearch search) {
    this.rows = rows;
    this.sql = sql;
    this.search = search;
  }

  void clear() {
    sql.sql("DELETE FROM photo_search").update();
  }

  /// Returns photos without search words before a sort key, newest first, at most `limit`.
  @Transactional(readOnly = true)
  List<IndexEntry> without(long before, int limit) {
    return sql.sql(
            "SELECT p.* FROM photos p WHERE p.sort_key < :before AND %s AND %s"
                    .formatted(withoutWords(), IndexEntry.IS_KNOWN)
                + " ORDER BY p.sort_key DESC LIMIT :limit")
        .param("before", before)
        .param("limit", limit)
        .query(IndexEntry::read)
        .list();
  }

  /// Writes these words, except for photos that were edited or deleted meanwhile: an edit waits for
  /// the rows that are locked here, and then writes its own words.
  void complete(Collection<Text> texts) {
    if (texts.isEmpty()) {
      return;
    }
    List<Long> sortKeys = texts.stream().map(Text::sortKey).toList();
    rows.lock(sortKeys);
    Set<Long> missing = missing(sortKeys);
    texts.stream()
        .filter(text -> missing.contains(text.sortKey()))
        .forEach(text -> search.write(text.sortKey(), text.words(), text.username()));
  }

  private Set<Long> missing(List<Long> sortKeys) {
    return sql
        .sql(
            "SELECT p.sort_key FROM photos p WHERE p.sort_key IN (:sort_keys) AND "
                + withoutWords())
        .param("sort_keys", sortKeys)
        .query(Long.class)
        .stream()
        .collect(Collectors.toSet());
  }

  private String withoutWords() {
    return "NOT EXISTS (SELECT 1 FROM photo_search s WHERE %s = p.sort_key)"
        .formatted(search.sortKey());
  }
}
