/// People as others see them, and their own account.
@NullMarked
package lumina.account.profile;

import org.jspecify.annotations.NullMarked;
