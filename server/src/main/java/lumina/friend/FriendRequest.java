package lumina.friend;

/// One person asked another; `status` is `pending`, `accepted` or `declined`, `createdAt` in
/// milliseconds since 1970.
public record FriendRequest(
    long id,
    long requesterId,
    String requesterUsername,
    long receiverId,
    String receiverUsername,
    String status,
    long createdAt) {}
