package lumina.account.signup;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import lumina.account.User;
import lumina.account.UserStore;
import lumina.http.problem.Problem;
import lumina.storage.StartRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Decides who may sign up, by `SIGN_UP`.
@Component
class SignUpPolicy {
  enum Rule {
    /// Everybody.
    OPEN,
    /// People with an invitation.
    INVITE,
    /// Nobody.
    CLOSED;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The data of a new account, validated.
  ///
  /// @param invite the token of an invitation, or empty
  record Newcomer(String name, String email, String passwordHash, String invite) {}

  private final Rule rule;
  private final UserStore users;
  private final InviteStore invites;
  private final ApplicationEventPublisher publisher;

  SignUpPolicy(
      @Value("${lumina.sign-up}") String setting,
      UserStore users,
      InviteStore invites,
      ApplicationEventPublisher publisher) {
    this.rule = rule(setting);
    this.users = users;
    this.invites = invites;
    this.publisher = publisher;
  }

  private static Rule rule(String setting) {
    return Stream.of(Rule.values())
        .filter(some -> some.word().equals(setting.strip()))
        .findAny()
        .orElseThrow(
            () ->
                new StartRefused(
                    "SIGN_UP has an invalid value (%s): set it to open, invite or closed."
                        .formatted(setting)));
  }

  /// The rule in force. Nobody can invite the first person, so sign-up is open until there is one.
  Rule rule() {
    return rule == Rule.INVITE && !users.any() ? Rule.OPEN : rule;
  }

  /// @throws Problem.Forbidden if nobody may sign up
  void refuseIfClosed() {
    if (rule == Rule.CLOSED) {
      throw new Problem.Forbidden(
          "sign_up_closed", "Sign-up is closed at the moment. Ask the person who runs this place.");
    }
  }

  /// Checks an invitation before expensive work is done for this client.
  ///
  /// @return its token, or empty if none is given and none is needed
  /// @throws Problem.Forbidden if this person may not sign up
  /// @throws Problem.Invalid if the invitation is used up or expired
  String check(@Nullable String invite) {
    refuseIfClosed();
    String token = invite == null ? "" : invite.strip();
    if (token.isEmpty() && rule() == Rule.INVITE) {
      throw new Problem.Forbidden(
          "invitation_needed", "You need an invitation to sign up here. Ask a friend for one.");
    }
    if (!token.isEmpty() && invites.findUsable(token).isEmpty()) {
      throw invalidInvite();
    }
    return token;
  }

  /// @throws org.springframework.dao.DuplicateKeyException if the username or the address is taken
  /// @throws Problem.Invalid if the invitation was used up meanwhile
  @Transactional
  public User admit(Newcomer newcomer) {
    Optional<Long> inviter =
        newcomer.invite().isEmpty()
            ? Optional.empty()
            : Optional.of(invites.use(newcomer.invite()).orElseThrow(SignUpPolicy::invalidInvite));
    User user = users.add(newcomer.name(), newcomer.email(), newcomer.passwordHash());
    inviter.ifPresent(by -> publisher.publishEvent(new InvitedPerson(by, user.id())));
    return user;
  }

  private static Problem invalidInvite() {
    return new Problem.Invalid(
        "invite",
        "invalid_invite",
        "This invitation has ended or was used already. Ask for a new one.");
  }
}
