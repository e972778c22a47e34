package lumina.account.session;

/// A log-in; times in milliseconds since 1970.
public record Session(
    String tokenHash,
    long userId,
    String username,
    long createdAt,
    long lastUsedAt,
    String device) {}
