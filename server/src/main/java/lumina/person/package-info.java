/// People as others see them, and their own account.
@NullMarked
package lumina.person;

import org.jspecify.annotations.NullMarked;
