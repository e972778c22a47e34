package lumina.http.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lumina.http.problem.Problem;
import org.junit.jupiter.api.Test;

class CursorTest {
  private final Cursor cursor = new Cursor("list");

  @Test
  void a_sort_key_of_several_parts_comes_back_and_without_a_cursor_there_is_none() {
    assertThat(cursor.readParts(cursor.at("5 the sea"), 2)).containsExactly("5", "the sea");
    assertThat(cursor.readParts(null, 2)).isEmpty();
    assertThat(Cursor.number("5")).isEqualTo(5);
  }

  @Test
  void a_sort_key_that_lumina_did_not_write_is_refused() {
    assertThatThrownBy(() -> cursor.readParts(cursor.at("5"), 2))
        .isInstanceOf(Problem.Invalid.class);
    assertThatThrownBy(() -> Cursor.number("five")).isInstanceOf(Problem.Invalid.class);
    assertThatThrownBy(() -> cursor.readParts(new Cursor("other").at("5 6"), 2))
        .isInstanceOf(Problem.Invalid.class);
  }
}
