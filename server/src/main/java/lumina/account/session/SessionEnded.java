package lumina.account.session;

/// A session was ended, by logging out or by being revoked.
///
/// @param tokenHash as the session is kept
public record SessionEnded(String tokenHash) {}
