package lumina.account.signup;

/// A link with which people may sign up; times in milliseconds since 1970.
///
/// @param userId whose friends they become
/// @param uses how many people may, 0 for any number
/// @param used how many did
/// @param expiresAt 0 for never
record Invite(
    long id, long userId, String token, long uses, long used, long createdAt, long expiresAt) {}
