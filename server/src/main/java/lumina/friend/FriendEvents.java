package lumina.friend;

/// What happens between two people, for whoever wants to tell of it. Published within the
/// transaction of the deed.
public interface FriendEvents {
  record Requested(FriendRequest request) {}

  /// A request that whoever was asked could see was declined or withdrawn.
  record Closed(FriendRequest request) {}

  /// @param accepted the request that led to it
  record BecameFriends(FriendRequest accepted) {}

  record Parted(long one, long other) {}

  record Blocked(long userId, long blockedId) {}
}
