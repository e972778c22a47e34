package lumina.friend;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import lumina.access.Permission;
import lumina.account.UserStore;
import lumina.account.signup.InvitedPerson;
import lumina.http.problem.Problem;
import lumina.http.problem.SecurityLog;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Manages friendships: none → pending → accepted or declined, and back.
///
/// Each step is one write transaction that locks both people, so that simultaneous requests and
/// answers cannot leave a friendship with one side only.
@Component
@Transactional
public class Friendship {
  private final UserStore users;
  private final FriendStore friends;
  private final BlockStore blocks;
  private final ApplicationEventPublisher publisher;

  Friendship(
      UserStore users,
      FriendStore friends,
      BlockStore blocks,
      ApplicationEventPublisher publisher) {
    this.users = users;
    this.friends = friends;
    this.blocks = blocks;
    this.publisher = publisher;
  }

  /// Sends a request, or accepts the pending request of the other person. A request to a person who
  /// blocks me looks sent but is never shown to them.
  ///
  /// @throws Problem.Invalid for a request to oneself
  /// @throws Problem.Conflict if the two are friends, the request is pending already, or I block
  ///   them
  public FriendRequest request(long me, long other) {
    users.lock(me, other);
    refuseIfNeedless(me, other);
    Optional<FriendRequest> theirs = pending(other, me);
    if (theirs.isPresent()) {
      return answer(theirs.get(), true);
    }
    friends.ask(me, other);
    FriendRequest asked = friends.between(me, other).orElseThrow();
    if (!blocks.blocks(other, me)) {
      publisher.publishEvent(new FriendEvents.Requested(asked));
    }
    return asked;
  }

  private void refuseIfNeedless(long me, long other) {
    if (me == other) {
      throw new Problem.Invalid("user_id", "to_yourself", "You cannot befriend yourself.");
    }
    if (blocks.blocks(me, other)) {
      throw new Problem.Conflict("blocked", "You have blocked this person. Unblock them first.");
    }
    if (friends.areFriends(me, other)) {
      throw new Problem.Conflict("already_friends", "You are friends already.");
    }
    if (pending(me, other).isPresent()) {
      throw new Problem.Conflict("already_requested", "You have already asked. Give them time.");
    }
  }

  /// A person who signs up by an invitation becomes a friend of the inviter.
  @EventListener
  void invited(InvitedPerson newcomer) {
    users.lock(newcomer.inviterId(), newcomer.userId());
    friends.ask(newcomer.inviterId(), newcomer.userId());
    var _ = answer(pending(newcomer.inviterId(), newcomer.userId()).orElseThrow(), true);
  }

  /// @throws Problem.NotFound if no such request concerns this person
  /// @throws Problem.Forbidden if this person sent it
  /// @throws Problem.Conflict if it has been answered
  public FriendRequest respond(long me, long requestId, boolean accept) {
    FriendRequest request = concerning(me, requestId);
    Permission.toAnswerRequest(request.receiverId()).require(me);
    if (!isPending(request)) {
      throw new Problem.Conflict("already_answered", "This request has been answered already.");
    }
    return answer(request, accept);
  }

  private FriendRequest answer(FriendRequest request, boolean accept) {
    friends.answer(request, accept);
    FriendRequest answered = friends.find(request.id()).orElseThrow();
    publisher.publishEvent(
        accept ? new FriendEvents.BecameFriends(answered) : new FriendEvents.Closed(answered));
    return answered;
  }

  /// Withdraws a pending request.
  ///
  /// @throws Problem.NotFound if this person sent no such request
  void withdraw(long me, long requestId) {
    FriendRequest request = concerning(me, requestId);
    if (request.requesterId() != me || !isPending(request)) {
      throw new Problem.NotFound("request");
    }
    takeBack(request);
  }

  private void takeBack(FriendRequest request) {
    friends.forgetRequest(request);
    if (!hidden(request)) {
      publisher.publishEvent(new FriendEvents.Closed(request));
    }
  }

  /// @throws Problem.NotFound if the two are not friends
  void end(long me, long other) {
    users.lock(me, other);
    if (!friends.end(me, other)) {
      throw new Problem.NotFound("friend");
    }
    publisher.publishEvent(new FriendEvents.Parted(me, other));
  }

  /// Blocks a person: neither sees anything of the other or can reach the other.
  void block(long me, long other) {
    users.lock(me, other);
    friends.end(me, other);
    pending(me, other).ifPresent(this::takeBack);
    blocks.add(me, other);
    SecurityLog.note("blocked", "other=" + other);
    publisher.publishEvent(new FriendEvents.Blocked(me, other));
  }

  /// The relationship of one person to another.
  @Transactional(readOnly = true)
  public Relationship standing(long me, long other) {
    if (me == other) {
      return new Relationship(Standing.SELF, null);
    }
    if (blocks.blocks(me, other)) {
      return new Relationship(Standing.BLOCKED, null);
    }
    if (friends.areFriends(me, other)) {
      return new Relationship(Standing.FRIENDS, null);
    }
    Optional<FriendRequest> theirs = pending(other, me);
    if (theirs.isPresent()) {
      return new Relationship(Standing.ASKED, theirs.get().id());
    }
    Optional<FriendRequest> mine = pending(me, other);
    return mine.isPresent()
        ? new Relationship(Standing.REQUESTED, mine.get().id())
        : new Relationship(Standing.NONE, null);
  }

  /// The relationship of the other person to me.
  public enum Standing {
    SELF,
    NONE,
    /// I sent a request.
    REQUESTED,
    /// They sent a request.
    ASKED,
    FRIENDS,
    /// I block them.
    BLOCKED;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @param requestId the pending request, if there is one
  public record Relationship(Standing standing, @Nullable Long requestId) {}

  private FriendRequest concerning(long me, long requestId) {
    friends.find(requestId).ifPresent(r -> users.lock(r.requesterId(), r.receiverId()));
    return friends
        .find(requestId)
        .filter(r -> r.requesterId() == me || (r.receiverId() == me && !hidden(r)))
        .orElseThrow(() -> new Problem.NotFound("request"));
  }

  private boolean hidden(FriendRequest request) {
    return blocks.blocks(request.receiverId(), request.requesterId());
  }

  private Optional<FriendRequest> pending(long requester, long receiver) {
    return friends.between(requester, receiver).filter(Friendship::isPending);
  }

  private static boolean isPending(FriendRequest request) {
    return request.status() == FriendRequest.Status.PENDING;
  }
}
