package lumina.account.signup;

import java.time.Clock;
import java.util.List;
import lumina.access.Viewer.Person;
import lumina.account.User;
import lumina.account.UserStore;
import lumina.http.list.PageRequest;
import lumina.http.list.PageSize;
import lumina.http.problem.Problem;
import lumina.text.FieldLimit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/invites")
class InviteController {
  private static final FieldLimit USES = new FieldLimit("uses", 1, 10_000);
  private static final int MAX_INVITES = 100;

  /// @param uses the number of people who may sign up with it; null for no limit
  /// @param expiresAt milliseconds since 1970; null for never
  record CreateInviteRequest(@Nullable Long uses, @Nullable Long expiresAt) {}

  record InviteJson(
      long id,
      String token,
      String url,
      @Nullable Long uses,
      long used,
      long createdAt,
      @Nullable Long expiresAt) {
    static InviteJson of(Invite invite) {
      return new InviteJson(
          invite.id(),
          invite.token(),
          "/join/" + invite.token(),
          orNull(invite.uses()),
          invite.used(),
          invite.createdAt(),
          orNull(invite.expiresAt()));
    }
  }

  /// The inviter, as shown to anybody who has the link.
  record InviterJson(long userId, String username, String name, @Nullable Long expiresAt) {}

  private final InviteStore invites;
  private final UserStore users;
  private final SignUpPolicy admission;
  private final Clock clock;

  InviteController(InviteStore invites, UserStore users, SignUpPolicy admission, Clock clock) {
    this.invites = invites;
    this.users = users;
    this.admission = admission;
    this.clock = clock;
  }

  /// Creates an invitation; people who sign up with it become my friends.
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  InviteJson createInvite(Person viewer, @RequestBody(required = false) CreateInviteRequest draft) {
    admission.refuseIfClosed();
    CreateInviteRequest asked = draft == null ? new CreateInviteRequest(null, null) : draft;
    if (asked.uses() != null && !USES.allows(asked.uses())) {
      throw new Problem.Invalid(
          "uses",
          "invalid_uses",
          "An invitation is for %d to %,d people.".formatted(USES.min(), USES.max()));
    }
    if (asked.expiresAt() != null && asked.expiresAt() <= clock.millis()) {
      throw new Problem.Invalid(
          "expires_at", "invalid_expires_at", "An invitation ends in the future.");
    }
    if (invites.countUsable(viewer.userId()) >= MAX_INVITES) {
      throw new Problem.Conflict(
          "too_many_invites",
          "You have %d invitations already. Take one back first.".formatted(MAX_INVITES));
    }
    Invite made = invites.add(viewer.userId(), orZero(asked.uses()), orZero(asked.expiresAt()));
    return InviteJson.of(made);
  }

  /// Lists my invitations, newest first.
  @GetMapping
  ResponseEntity<List<InviteJson>> listInvites(Person viewer, PageRequest page) {
    return invites
        .list(viewer.userId(), PageSize.of(page.limit()), page.cursor())
        .map(InviteJson::of)
        .toResponse();
  }

  /// Reads who created an invitation; for anybody who has its link.
  @GetMapping("/{token}")
  InviterJson getInviter(@PathVariable String token) {
    Invite invite = invites.findUsable(token).orElseThrow(() -> new Problem.NotFound("invitation"));
    User inviter = users.require(invite.userId());
    return new InviterJson(
        inviter.id(), inviter.username(), inviter.name(), orNull(invite.expiresAt()));
  }

  private static @Nullable Long orNull(long number) {
    return number == 0 ? null : number;
  }

  private static long orZero(@Nullable Long number) {
    return number == null ? 0 : number;
  }

  /// Deletes an invitation.
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void deleteInvite(Person viewer, @PathVariable long id) {
    if (!invites.remove(viewer.userId(), id)) {
      throw new Problem.NotFound("invitation");
    }
  }
}
