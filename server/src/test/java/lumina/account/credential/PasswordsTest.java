package lumina.account.credential;

import static org.assertj.core.api.Assertions.assertThat;

import lumina.http.Caller;
import org.junit.jupiter.api.Test;

class PasswordsTest {
  private final Passwords passwords = new Passwords(19 * 1024);

  @Test
  void a_log_in_of_nobody_costs_as_much_as_one_of_a_new_account() {
    assertThat(passwords.outdated(passwords.nobodysHash())).isFalse();
    assertThat(costs(passwords.nobodysHash()))
        .isEqualTo(costs(passwords.hash("seven green lamps", Caller.HERE)));
  }

  /// Algorithm, version, memory, passes and threads, without salt and hash.
  private static String costs(String hash) {
    return hash.replaceFirst("(\\$[^$]*){2}$", "");
  }
}
