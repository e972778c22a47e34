package lumina.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import lumina.http.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
  private static String clean(String typed) {
    return Text.optional(new FieldLimit("text", 100), typed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u200B",
        " \u200D\u200C ",
        "\u00AD\uFEFF\u2060",
        "\u202E\u2066",
        "\u3164",
        "\u2800\u00A0\u3000",
        "\uFE0F",
        "\uDB40\uDC41",
        "\u115F \u1160"
      })
  void a_text_of_nothing_visible_is_empty(String typed) {
    assertThat(clean(typed)).isEmpty();
    assertThatThrownBy(() -> Text.required(new FieldLimit("text", 100), typed))
        .isInstanceOfSatisfying(
            Problem.Invalid.class,
            refused -> assertThat(refused.code()).isEqualTo("missing_field"));
  }

  @ParameterizedTest
  @CsvSource({
    "an\u200Bn, ann",
    "pay\u200Dpal, paypal",
    "ann\uFE00, ann",
    "1\uFE0F2, 12",
    "\u202Egnp.exe, gnp.exe",
    "a\u2066b\u2069, ab",
    "e\u034F\u0301, é",
    "ann\uDB40\uDC61, ann",
    "👩\u200D, 👩",
    "'\u00A0ann\u00A0', ann"
  })
  void what_nobody_sees_goes(String typed, String kept) {
    assertThat(clean(typed)).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "👩\u200D👩\u200D👧\u200D👦",
        "🏳️\u200D🌈",
        "👩🏽\u200D🚀",
        "❤️\u200D🔥",
        "1️⃣ #️⃣",
        "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74\uDB40\uDC7F",
        "می\u200Cخواهم",
        "क्\u200Dष",
        "ශ්\u200Dරී",
        "葛\uDB40\uDD00",
        "שלום עולם",
        "a\u00A0b",
        "☺️ ☺︎",
        "one\ntwo\tthree"
      })
  void what_a_script_or_an_emoji_needs_stays(String typed) {
    assertThat(clean(typed)).isEqualTo(typed);
  }

  @Test
  void cleaning_twice_changes_nothing_more() {
    String odd = "\u200D👩\u200D\u200B\u200D👩 क\u200D\u200Dष\uFE0F";
    assertThat(clean(clean(odd))).isEqualTo(clean(odd));
  }

  @ParameterizedTest
  @CsvSource({
    "abcdef, abcd",
    "'  ab  cd', ab",
    "ab\u200Dcde, abcd",
    "\u0958\u0958\u0958, \u0915\u093C\u0915\u093C",
    "🌊🌊🌊🌊🌊, 🌊🌊🌊🌊",
    "ab👍🏽👍🏽, ab👍🏽",
    "abc👍🏽, abc",
    "ab👩\u200D👩\u200D👧\u200D👦, ab",
    "ab👩\u200D🚀, ab",
    "abc🇩🇪, abc",
    "a🇩🇪🇫🇷, a🇩🇪",
    "🇩🇪🇫🇷🇮🇹, 🇩🇪🇫🇷",
    "ab1️⃣, ab",
    "ab🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74\uDB40\uDC7F, ab",
    "अबक्षि, अब",
    "ab\u0915\u094D\u200D\u0937, ab",
    "abcx\u0323\u0302, abc",
    "a\u0D9A\u0DCA\u200D\u0DC2, a\u0D9A\u0DCA",
    "می\u200Cخواهم, می\u200Cخ",
    "abم\u200Cخ, abم",
    "👩\u200D👩\u200D👧\u200D👦, 👩\u200D👩",
    "x\u0323\u0302\u0323\u0302\u0323, x\u0323\u0323\u0323"
  })
  void of_a_long_text_of_another_place_the_beginning_is_kept_in_whole_characters(
      String text, String kept) {
    assertThat(Text.beginning(new FieldLimit("text", 4), text)).isEqualTo(kept);
  }

  @Test
  void a_quote_ends_after_a_whole_character() {
    assertThat(Excerpt.of("ab👍🏽cd", 4)).isEqualTo("ab…");
    assertThat(Excerpt.of("ab👍🏽cd", 5)).isEqualTo("ab👍🏽…");
    assertThat(Excerpt.of("ab👍🏽", 4)).isEqualTo("ab👍🏽");
  }

  @ParameterizedTest
  @CsvSource({
    "abcdef, 4, abcd",
    "ab👍🏽👍🏽, 17, ab👍🏽",
    "abx\u0323\u0302, 6, ab",
    "海海, 6, 海海",
    "海海, 5, 海"
  })
  void a_text_is_cut_to_bytes_in_whole_characters(String text, int bytes, String kept) {
    assertThat(Text.cutToBytes(text, bytes)).isEqualTo(kept);
  }

  @Test
  void what_cannot_be_seen_does_not_move_the_cut_into_a_character() {
    String text = "\u0001".repeat(37) + "ab👍🏽";
    assertThat(Text.beginning(new FieldLimit("text", 4), text)).isEqualTo("ab");
  }

  @ParameterizedTest
  @CsvSource({
    "' ', 50000",
    "\u2800, 50000",
    "'a ', 50000",
    "ka\u200D, 50000",
    "\u0301\u0323, 500000"
  })
  void a_text_far_beyond_its_limit_is_refused_at_once(String repeated, int length) {
    String typed = "a" + repeated.repeat(length / repeated.length() - 1) + "x";
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            assertThatThrownBy(() -> Text.optional(new FieldLimit("text", 5_000), typed))
                .hasMessageContaining("at most 5,000"));
  }
}
