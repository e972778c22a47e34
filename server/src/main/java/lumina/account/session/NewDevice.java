package lumina.account.session;

/// Event: a person logged in with a new browser, and the account knows other browsers.
public record NewDevice(long userId) {}
