package lumina.account.session;

import jakarta.servlet.http.HttpServletRequest;
import lumina.account.User;

/// Event: a browser logged in or signed up.
public record SignedIn(User user, HttpServletRequest request) {}
