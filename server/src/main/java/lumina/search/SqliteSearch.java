package lumina.search;

import java.util.stream.Collectors;
import lumina.photo.PhotoSearch;
import lumina.photo.detail.PhotoText;
import lumina.storage.LocalBackend;
import lumina.text.SearchWords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Searches with FTS5.
@Repository
@LocalBackend
class SqliteSearch implements PhotoSearch {
  private final JdbcClient sql;

  SqliteSearch(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public String source() {
    return "photo_search s CROSS JOIN photos p ON p.sort_key = s.rowid";
  }

  @Override
  public String sortKey() {
    return "s.rowid";
  }

  @Override
  public String condition() {
    return "s.photo_search MATCH :match";
  }

  @Override
  public String match(String typed) {
    return SearchWords.runs(typed).stream()
        .map(run -> '"' + String.join(" ", run.tokens()) + '"' + (run.isWord() ? "*" : ""))
        .collect(Collectors.joining(" "));
  }

  @Override
  public void write(long sortKey, PhotoText words, String username) {
    sql.sql("INSERT OR REPLACE INTO photo_search (rowid, words) VALUES (:sort_key, :words)")
        .param("sort_key", sortKey)
        .param("words", String.join(" ", words.tokens(username)))
        .update();
  }

  @Override
  public void remove(long sortKey) {
    sql.sql("DELETE FROM photo_search WHERE rowid = :sort_key").param("sort_key", sortKey).update();
  }
}
