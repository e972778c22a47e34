/// People: sign-up, passwords, sessions, and who is asking.
@NullMarked
package lumina.account;

import org.jspecify.annotations.NullMarked;
