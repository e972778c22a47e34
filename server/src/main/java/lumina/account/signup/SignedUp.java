package lumina.account.signup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lumina.account.User;

/// Event: a browser signed up; published before it gets the answer, which may take away cookies.
public record SignedUp(User user, HttpServletRequest request, HttpServletResponse response) {}
