package lumina.account.session;

/// Somebody logged in with a browser that had not signed in to this account before, though others
/// had.
public record NewDevice(long userId) {}
