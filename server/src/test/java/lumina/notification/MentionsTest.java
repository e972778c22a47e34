package lumina.notification;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import lumina.account.User;
import lumina.account.UserStore;
import lumina.stores.SqlDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class MentionsTest {
  private final SqlDatabase database;
  private final Mentions mentions;

  MentionsTest(SqlDatabase database) {
    this.database = database;
    this.mentions = new Mentions(database.get(UserStore.class));
  }

  @Test
  void each_person_is_found_once_also_at_the_end_of_a_sentence() {
    String ann = database.person("ann").username();
    String text = "@%s, me@%s and @%s.".formatted(ann, ann, ann);
    assertThat(mentions.in(text)).extracting(User::username).containsExactly(ann);
  }

  @Test
  void a_text_that_names_a_crowd_finds_the_first_twenty() {
    List<String> crowd =
        IntStream.range(0, 25).mapToObj(n -> database.person("crowd").username()).toList();
    String text = crowd.stream().map(name -> "@" + name).collect(joining(" "));
    assertThat(mentions.in(text))
        .extracting(User::username)
        .containsExactlyElementsOf(crowd.subList(0, 20));
  }
}
