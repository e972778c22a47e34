/// Passwords: choosing, checking and changing them.
@NullMarked
package lumina.account.credential;

import org.jspecify.annotations.NullMarked;
