package lumina.account.signup;

/// Somebody signed up with an invitation. Published within the transaction in which they did.
///
/// @param inviterId whose invitation it was
public record InvitedPerson(long inviterId, long userId) {}
