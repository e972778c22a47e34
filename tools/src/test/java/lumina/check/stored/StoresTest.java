package lumina.check.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import lumina.command.CommandRefused;
import lumina.storage.StoreCheck;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class StoresTest {
  @Test
  void a_file_that_cannot_be_read_has_a_reason_while_its_store_answers() {
    Stores stores = new Stores(List.of(new Answering("images", true, false)));

    assertThat(stores.<String>read(StoresTest::fails, reason -> reason))
        .isEqualTo("Input/output error");
  }

  @Test
  void a_store_that_does_not_answer_ends_the_check() {
    Stores stores = new Stores(List.of(new Answering("images", true, true)));

    assertThatThrownBy(() -> stores.<String>read(StoresTest::fails, reason -> reason))
        .isInstanceOf(CommandRefused.class)
        .hasMessage("The check could not be finished: the store “images” does not answer (gone).");
  }

  @Test
  void a_store_that_the_check_does_not_need_may_be_down() {
    Stores stores = new Stores(List.of(new Answering("redis", false, true)));

    assertThat(stores.<String>read(StoresTest::fails, reason -> reason))
        .isEqualTo("Input/output error");
  }

  @Test
  void many_failures_in_succession_end_the_check_and_others_do_not() {
    Stores stores = new Stores(List.of());
    fail(stores, Stores.MOST - 1);
    assertThat(stores.<String>read(() -> "read", reason -> reason)).isEqualTo("read");
    fail(stores, Stores.MOST - 1);

    assertThatThrownBy(() -> fail(stores, 1))
        .isInstanceOf(CommandRefused.class)
        .hasMessageContaining("100 files in succession cannot be read (Input/output error)");
  }

  @Test
  void a_damaged_database_ends_the_check() {
    Stores stores = new Stores(List.of());
    SQLiteException corrupt = new SQLiteException("malformed", SQLiteErrorCode.SQLITE_CORRUPT);

    assertThatThrownBy(
            () -> stores.reason(new DataAccessResourceFailureException("query", corrupt)))
        .isInstanceOf(CommandRefused.class)
        .hasMessageContaining("restore a backup");
  }

  private static void fail(Stores stores, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(stores.<String>read(StoresTest::fails, reason -> reason)).isNotEmpty();
    }
  }

  private static String fails() throws IOException {
    throw new IOException("Input/output error");
  }

  private record Answering(String name, boolean needed, boolean down) implements StoreCheck {
    @Override
    public void check() throws IOException {
      if (down) {
        throw new IOException("gone");
      }
    }
  }
}
