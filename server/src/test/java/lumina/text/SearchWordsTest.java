package lumina.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWordsTest {
  @Test
  void words_are_cut_at_what_is_neither_letter_nor_digit() {
    assertThat(SearchWords.tokens("The old-town of IMG_1234, it's"))
        .containsExactly("the", "old", "town", "of", "img", "1234", "it", "s");
    assertThat(SearchWords.tokens(" \"* -- ´ ")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Crème, creme",
    "ＡＢＣ, abc",
    "Straße, strasse",
    "ﬁre, fire",
    "İzmir, izmir",
    "👍🏽, 👍",
    "❤️, ❤"
  })
  void what_looks_nearly_alike_is_one_word(String one, String other) {
    assertThat(SearchWords.tokens(one)).isNotEmpty().isEqualTo(SearchWords.tokens(other));
  }

  @ParameterizedTest
  @CsvSource({"バス, ハス", "Strand, Strang", "🐱, 🐶"})
  void what_is_different_stays_different(String one, String other) {
    assertThat(SearchWords.tokens(one)).isNotEqualTo(SearchWords.tokens(other));
  }

  @Test
  void characters_without_spaces_stand_together_and_words_by_themselves() {
    List<SearchWords.Run> runs = SearchWords.runs("iPhoneで東京 京都🎉 sea");
    assertThat(runs).extracting(run -> run.tokens().size()).containsExactly(1, 3, 3, 1);
    assertThat(runs).extracting(SearchWords.Run::isWord).containsExactly(true, false, false, true);
  }

  @Test
  void a_family_of_emoji_is_its_members_in_a_row() {
    assertThat(SearchWords.runs("👨‍👩‍👧")).hasSize(1);
    assertThat(SearchWords.tokens("👨‍👩‍👧")).isEqualTo(SearchWords.tokens("👨👩👧"));
  }

  @Test
  void a_name_is_found_by_the_beginning_of_each_word_and_from_each_character_on() {
    assertThat(SearchWords.beginnings("Ann de Ann")).containsExactly("ann", "de");
    assertThat(SearchWords.beginnings("山田"))
        .containsExactly("_5c71__7530_", "_7530_")
        .contains(SearchWords.runs("田").getFirst().joined());
  }
}
