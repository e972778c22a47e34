package lumina.account;

import static org.assertj.core.api.Assertions.assertThat;

import lumina.stores.SqlDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("cloud")
class PersonSearchBackfillTest {
  @ParameterizedTest
  @EnumSource
  void people_who_came_without_words_are_found(SqlDatabase database) {
    User ann = database.person("ann");
    UserStore users = database.get(UserStore.class);
    assertThat(users.search(0, ann.username(), "", 10)).isEmpty();
    new PersonSearchBackfill(database.get(PersonSearch.class)).index();
    assertThat(users.search(0, ann.username(), "", 10)).containsExactly(ann);
  }
}
