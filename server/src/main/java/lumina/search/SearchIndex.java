package lumina.search;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lumina.photo.IndexEntry;
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
  record Text(long position, PhotoText words, String username) {}

  private final JdbcClient sql;
  private final PhotoSearch search;

  SearchIndex(JdbcClient sql, PhotoSearch search) {
    this.sql = sql;
    this.search = search;
  }

  /// Returns photos without search words before a sort key, newest first, at most `limit`.
  @Transactional(readOnly = true)
  List<IndexEntry> without(long before, int limit) {
    return sql.sql(
            "SELECT p.* FROM photos p WHERE p.position < :before AND "
                + withoutWords()
                + " ORDER BY p.position DESC LIMIT :limit")
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
    List<Long> positions = texts.stream().map(Text::position).toList();
    sql.sql("UPDATE photos SET topic = topic WHERE position IN (:positions)")
        .param("positions", positions)
        .update();
    Set<Long> missing = missing(positions);
    texts.stream()
        .filter(text -> missing.contains(text.position()))
        .forEach(text -> search.write(text.position(), text.words(), text.username()));
  }

  private Set<Long> missing(List<Long> positions) {
    return sql
        .sql(
            "SELECT p.position FROM photos p WHERE p.position IN (:positions) AND "
                + withoutWords())
        .param("positions", positions)
        .query(Long.class)
        .stream()
        .collect(Collectors.toSet());
  }

  private String withoutWords() {
    return "NOT EXISTS (SELECT 1 FROM photo_search s WHERE %s = p.position)"
        .formatted(search.position());
  }
}
