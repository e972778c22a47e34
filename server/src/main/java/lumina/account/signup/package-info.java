/// Sign-up and invitations.
@NullMarked
package lumina.account.signup;

import org.jspecify.annotations.NullMarked;
