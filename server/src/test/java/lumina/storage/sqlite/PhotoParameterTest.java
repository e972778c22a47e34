package lumina.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoParameterTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE photo_items SET likes = likes + ? WHERE photo_id = ?|2",
        "update photo_likes set reaction = ?, liked_at = ? where photo_id=? and user_id = ?|3",
        "UPDATE photo_items SET likes = 0 WHERE photo_id = ?|1",
        "UPDATE likes SET user_id = ? WHERE photo_id = ? AND NOT EXISTS (SELECT 1 FROM x WHERE a = ?)|2",
        "DELETE FROM photo_likes WHERE photo_id = ? AND user_id = ?|1",
        "INSERT INTO comments (id, photo_id, at) SELECT ?, p.photo_id, ? FROM photos p WHERE p.photo_id = ?|3",
        "INSERT INTO likes (photo_id, a) SELECT p.photo_id, 1 FROM photos p WHERE p.photo_id = ? ON CONFLICT DO NOTHING|1",
      })
  void a_change_of_the_rows_of_one_photo_names_it(String change, int parameter) {
    assertThat(PhotoParameter.of(change)).isEqualTo(parameter);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE photo_items SET likes = 0",
        "UPDATE comments SET text = ? WHERE comment_id = ?",
        "UPDATE comments SET text = ? WHERE user_id = ? AND photo_id = ?",
        "UPDATE comments SET photo_id = ? WHERE photo_id = ?",
        "UPDATE comments SET text = ? WHERE photo_id = ? OR user_id = ?",
        "UPDATE comments SET text = ? WHERE photo_id = ? AND user_id = ? OR deleted",
        "UPDATE comments SET text = ? WHERE photo_id = ? || ?",
        "UPDATE comments SET text = ? WHERE photo_id = ? COLLATE NOCASE",
        "UPDATE comments SET text = (SELECT text FROM old WHERE photo_id = ?)",
        "UPDATE comments SET text = o.text FROM old o WHERE photo_id = ?",
        "UPDATE comments SET text = '?' WHERE photo_id = ?",
        "UPDATE comments SET text = ? /* ? */ WHERE photo_id = ?",
        "DELETE FROM comments WHERE photo_id IN (?)",
        "DELETE FROM comments WHERE photo_id = (SELECT max(photo_id) FROM photos)",
        "INSERT INTO comments (comment_id, photo_id) VALUES (?, ?)",
        "INSERT INTO comments (photo_id, comment_id) SELECT ?, p.photo_id FROM photos p WHERE p.photo_id = ?",
        "INSERT INTO comments (comment_id) SELECT p.photo_id FROM photos p WHERE p.photo_id = ?",
        "INSERT INTO comments (photo_id) SELECT p.photo_id FROM photos p WHERE q.photo_id = ?",
        "INSERT INTO likes (photo_id) SELECT p.photo_id FROM photos p WHERE p.photo_id = ? ON CONFLICT DO UPDATE SET a = 1",
      })
  void whatever_else_may_change_the_rows_of_any_photo(String change) {
    assertThat(PhotoParameter.of(change)).isEqualTo(PhotoParameter.NONE);
  }
}
