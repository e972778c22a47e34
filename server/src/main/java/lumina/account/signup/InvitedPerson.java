package lumina.account.signup;

/// Event: a person signed up with an invitation. Published within the transaction of the sign-up.
///
/// @param inviterId the person who created the invitation
public record InvitedPerson(long inviterId, long userId) {}
