package lumina.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lumina.photo.PhotoSearch;
import lumina.photo.detail.PhotoText;
import lumina.storage.CloudBackend;
import lumina.text.SearchWords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Searches with FULLTEXT. InnoDB ignores short words and a list of English ones, so each token
/// begins with a mark that makes it neither.
@Repository
@CloudBackend
class MySqlSearch implements PhotoSearch {
  private static final String MARK = "w_";

  /// FULLTEXT collects all matches before they are sorted. A word of one photo in a hundred fills a
  /// page from these; the matches of a rarer one are few.
  private static final String NEWEST =
      """
      (SELECT sort_key, words FROM photo_search WHERE sort_key < :before
       ORDER BY sort_key DESC LIMIT 5000) s STRAIGHT_JOIN photos p ON p.sort_key = s.sort_key
      """;

  private final JdbcClient sql;

  MySqlSearch(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public String source() {
    return "photo_search s JOIN photos p ON p.sort_key = s.sort_key";
  }

  @Override
  public String sortKey() {
    return "s.sort_key";
  }

  @Override
  public String condition() {
    return "MATCH (s.words) AGAINST (:match IN BOOLEAN MODE)";
  }

  @Override
  public String match(String typed) {
    return SearchWords.runs(typed).stream()
        .map(
            run ->
                run.isWord()
                    ? "+" + marked(run.tokens()) + "*"
                    : "+\"" + marked(run.tokens()) + '"')
        .collect(Collectors.joining(" "));
  }

  @Override
  public Optional<Recent> recent(String typed) {
    List<String> conditions = new ArrayList<>();
    Map<String, Object> parameters = new HashMap<>();
    for (SearchWords.Run run : SearchWords.runs(typed)) {
      String name = "run" + conditions.size();
      conditions.add("LOCATE(:%s, CONCAT(' ', s.words, ' ')) > 0".formatted(name));
      parameters.put(name, " " + marked(run.tokens()) + (run.isWord() ? "" : " "));
    }
    return Optional.of(new Recent(NEWEST, String.join(" AND ", conditions), parameters));
  }

  private static String marked(List<String> tokens) {
    return tokens.stream().map(MARK::concat).collect(Collectors.joining(" "));
  }

  @Override
  public void write(long sortKey, PhotoText words, String username) {
    sql.sql("REPLACE INTO photo_search (sort_key, words) VALUES (:sort_key, :words)")
        .param("sort_key", sortKey)
        .param("words", marked(words.tokens(username)))
        .update();
  }

  @Override
  public void remove(long sortKey) {
    sql.sql("DELETE FROM photo_search WHERE sort_key = :sort_key")
        .param("sort_key", sortKey)
        .update();
  }
}
