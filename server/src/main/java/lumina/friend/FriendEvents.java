package lumina.friend;

/// Events between two people, published within the transaction of the change.
public interface FriendEvents {
  record Requested(FriendRequest request) {}

  /// A request that the receiver could see was declined or withdrawn.
  record Closed(FriendRequest request) {}

  /// @param accepted the request that led to the friendship
  record BecameFriends(FriendRequest accepted) {}

  record Parted(long one, long other) {}

  record Blocked(long userId, long blockedId) {}
}
