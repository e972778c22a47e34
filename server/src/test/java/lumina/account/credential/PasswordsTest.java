package lumina.account.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import lumina.http.Caller;
import lumina.storage.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(strings = {"", "yes", "Allow", "allow refuse"})
  void a_setting_of_common_passwords_that_means_nothing_is_refused_in_a_sentence(String setting) {
    assertThatThrownBy(() -> new PasswordRules(setting))
        .isInstanceOf(StartRefused.class)
        .hasMessage(
            "COMMON_PASSWORDS has an invalid value (%s): set it to refuse or allow.", setting);
  }

  @ParameterizedTest
  @CsvSource({"refuse, qwertyuiop, false", "allow, qwertyuiop, true", "' allow ', aaaaaaaa, false"})
  void only_common_passwords_are_allowed_by_it(String setting, String password, boolean allowed) {
    PasswordRules rules = new PasswordRules(setting);
    assertThat(catchThrowable(() -> rules.check(PasswordRules.PASSWORD, password, "ann")) == null)
        .isEqualTo(allowed);
  }
}
