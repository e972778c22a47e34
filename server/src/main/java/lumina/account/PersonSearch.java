package lumina.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lumina.text.SearchWords;
import lumina.text.SearchWords.Run;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Indexes people by the words of their usernames and display names, for search.
@Repository
@Transactional
class PersonSearch {
  /// The limit of words in a query: longer queries match by the first ones.
  private static final int MAX_WORDS = 8;

  private static final char AFTER_ANY_TOKEN = '~';

  private static final String WITHOUT_WORDS =
      "NOT EXISTS (SELECT 1 FROM person_words w WHERE w.user_id = u.id)";

  private final NamedParameterJdbcTemplate sql;

  PersonSearch(NamedParameterJdbcTemplate sql) {
    this.sql = sql;
  }

  /// The tokens of a query; each matches the beginning of a word.
  static List<String> typed(String text) {
    return SearchWords.runs(text).stream().map(Run::joined).limit(MAX_WORDS).toList();
  }

  /// A SQL condition: a person `u` matches this number of tokens.
  static String condition(int words) {
    return IntStream.range(0, words)
        .mapToObj(
            i ->
                "u.id IN (SELECT user_id FROM person_words WHERE word >= :w%1$d AND word < :e%1$d)"
                    .formatted(i))
        .collect(Collectors.joining(" AND "));
  }

  /// The SQL parameters of [#condition(int)].
  static Map<String, String> parameters(List<String> typed) {
    Map<String, String> parameters = new HashMap<>();
    for (int i = 0; i < typed.size(); i++) {
      parameters.put("w" + i, typed.get(i));
      parameters.put("e" + i, typed.get(i) + AFTER_ANY_TOKEN);
    }
    return parameters;
  }

  void write(long userId, String username, String name) {
    sql.update("DELETE FROM person_words WHERE user_id = :user", Map.of("user", userId));
    sql.batchUpdate(
        "INSERT INTO person_words (word, user_id) VALUES (:word, :user)",
        SearchWords.beginnings(username + " " + name).stream()
            .map(word -> new MapSqlParameterSource(Map.of("word", word, "user", userId)))
            .toArray(MapSqlParameterSource[]::new));
  }

  /// Indexes those of these people who have no words yet. The update locks their rows, so that no
  /// name changes meanwhile.
  void complete(List<Long> userIds) {
    sql.update("UPDATE users SET name = name WHERE id IN (:ids)", Map.of("ids", userIds));
    sql.query(
            "SELECT u.id, u.username, u.name FROM users u WHERE u.id IN (:ids) AND "
                + WITHOUT_WORDS,
            Map.of("ids", userIds),
            (row, n) ->
                new Named(row.getLong("id"), row.getString("username"), row.getString("name")))
        .forEach(person -> write(person.id(), person.username(), person.name()));
  }

  private record Named(long id, String username, String name) {}

  /// The ids of people after an id who have no words yet, ascending.
  @Transactional(readOnly = true)
  List<Long> without(long afterId, int limit) {
    return sql.query(
        "SELECT u.id FROM users u WHERE u.id > :after AND "
            + WITHOUT_WORDS
            + " ORDER BY u.id LIMIT :limit",
        Map.of("after", afterId, "limit", limit),
        (row, n) -> row.getLong("id"));
  }
}
