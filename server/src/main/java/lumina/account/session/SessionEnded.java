package lumina.account.session;

/// Event: a session ended, by log-out or revocation.
///
/// @param tokenHash the stored form of its token
public record SessionEnded(String tokenHash) {}
