package lumina.friend;

import lumina.http.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How people become friends: none → pending → accepted or declined, and back.
///
/// Each step is one write transaction, so two people who ask or answer at once cannot end up half
/// friends.
@Component
@Transactional
public class Friendship {
  private final FriendStore friends;

  Friendship(FriendStore friends) {
    this.friends = friends;
  }

  /// Asks somebody, or accepts the request that they have already sent.
  ///
  /// @throws Problem.Invalid to oneself
  /// @throws Problem.Conflict if they are friends or asked already
  public FriendRequest request(long me, long other) {
    if (me == other) {
      throw new Problem.Invalid("user_id", "to_yourself", "You cannot befriend yourself.");
    }
    if (friends.areFriends(me, other)) {
      throw new Problem.Conflict("already_friends", "You are friends already.");
    }
    FriendRequest theirs = friends.between(other, me).filter(Friendship::pending).orElse(null);
    if (theirs != null) {
      friends.answer(theirs, true);
      return friends.find(theirs.id()).orElseThrow();
    }
    if (friends.between(me, other).filter(Friendship::pending).isPresent()) {
      throw new Problem.Conflict("already_requested", "You have already asked. Give them time.");
    }
    friends.ask(me, other);
    return friends.between(me, other).orElseThrow();
  }

  /// @throws Problem.NotFound if no such request concerns this person
  /// @throws Problem.Forbidden if it is their own
  /// @throws Problem.Conflict if it has been answered
  public FriendRequest respond(long me, long requestId, boolean accept) {
    FriendRequest request =
        friends
            .find(requestId)
            .filter(r -> r.receiverId() == me || r.requesterId() == me)
            .orElseThrow(() -> new Problem.NotFound("request"));
    if (request.receiverId() != me) {
      throw new Problem.Forbidden("not_yours", "Only the person who was asked can answer.");
    }
    if (!pending(request)) {
      throw new Problem.Conflict("already_answered", "This request has been answered already.");
    }
    friends.answer(request, accept);
    return friends.find(requestId).orElseThrow();
  }

  /// @throws Problem.NotFound if they are no friends
  void end(long me, long other) {
    if (!friends.end(me, other)) {
      throw new Problem.NotFound("friend");
    }
  }

  private static boolean pending(FriendRequest request) {
    return request.status().equals("pending");
  }
}
