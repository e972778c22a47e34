package lumina.access;

import static org.assertj.core.api.Assertions.assertThat;

import lumina.account.User;
import lumina.stores.SqlDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A new audience needs no change of the tables.
@Tag("cloud")
class AudienceColumnsTest {
  private static final String LONGER = "friends_of_friends";

  @ParameterizedTest
  @EnumSource
  void tables_keep_any_word_for_an_audience(SqlDatabase database) {
    User ann = database.person("ann");
    String photo = database.photo(ann, "", LONGER);
    JdbcClient sql = database.get(JdbcClient.class);
    sql.sql("UPDATE users SET default_audience = :word WHERE id = :id")
        .param("word", LONGER)
        .param("id", ann.id())
        .update();
    assertThat(
            sql.sql(
                    """
                    SELECT p.audience FROM photos p
                    JOIN users u ON u.id = p.user_id AND u.default_audience = p.audience
                    WHERE p.photo_id = :photo
                    """)
                .param("photo", photo)
                .query(String.class)
                .list())
        .containsExactly(LONGER);
  }
}
