package lumina.account.signup;

/// A link that lets people sign up; times in milliseconds since 1970.
///
/// @param userId the inviter, whose friends they become
/// @param uses the number of people who may use it, 0 for no limit
/// @param used the number of people who used it
/// @param expiresAt 0 for never
record Invite(
    long id, long userId, String token, long uses, long used, long createdAt, long expiresAt) {}
