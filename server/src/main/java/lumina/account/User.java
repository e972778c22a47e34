package lumina.account;

/// A person with an account; `createdAt` in milliseconds since 1970.
public record User(long id, String username, String email, String passwordHash, long createdAt) {}
