package lumina.photo;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import lumina.backend.CloudBackend;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Search by FULLTEXT. InnoDB leaves out short words and a list of English ones, and cuts words in
/// ways that differ by language; so it is given each word as one plain token (see
/// [SearchWords#token]).
@Repository
@CloudBackend
class MySqlSearch implements PhotoSearch {
  private final JdbcClient sql;

  MySqlSearch(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public String source() {
    return "photo_search s JOIN photos p ON p.position = s.position";
  }

  @Override
  public String position() {
    return "s.position";
  }

  @Override
  public String condition() {
    return "MATCH (s.words) AGAINST (:match IN BOOLEAN MODE)";
  }

  @Override
  public String match(String typed) {
    return SearchWords.in(typed).stream()
        .map(word -> "+" + SearchWords.token(word) + "*")
        .collect(Collectors.joining(" "));
  }

  @Override
  public void write(long position, Words words, String username) {
    String tokens =
        Stream.of(words.caption(), words.topic(), String.join(" ", words.tags()), username)
            .flatMap(text -> SearchWords.in(text).stream())
            .map(SearchWords::token)
            .distinct()
            .collect(Collectors.joining(" "));
    sql.sql("REPLACE INTO photo_search (position, words) VALUES (:position, :words)")
        .param("position", position)
        .param("words", tokens)
        .update();
  }

  @Override
  public void remove(long position) {
    sql.sql("DELETE FROM photo_search WHERE position = :position")
        .param("position", position)
        .update();
  }
}
