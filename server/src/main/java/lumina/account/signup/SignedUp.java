package lumina.account.signup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lumina.account.User;

/// Event: a browser signed up; published before the response is sent, so cookies can be cleared.
public record SignedUp(User user, HttpServletRequest request, HttpServletResponse response) {}
