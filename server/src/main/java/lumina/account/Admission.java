package lumina.account;

import java.util.Locale;
import java.util.stream.Stream;
import lumina.backend.StartRefused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Who may sign up here, as `SIGN_UP` says.
@Component
class Admission {
  enum Rule {
    /// Anybody.
    OPEN,
    /// Who brings an invitation.
    INVITE,
    /// Nobody.
    CLOSED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Rule rule;

  Admission(@Value("${lumina.sign-up}") String setting) {
    rule =
        Stream.of(Rule.values())
            .filter(some -> some.word().equals(setting.strip()))
            .findAny()
            .orElseThrow(
                () ->
                    new StartRefused(
                        "SIGN_UP=%s means nothing: set it to open, invite or closed."
                            .formatted(setting)));
  }

  Rule rule() {
    return rule;
  }
}
