/// Profiles of people, as others see them and as they edit them.
@NullMarked
package lumina.account.profile;

import org.jspecify.annotations.NullMarked;
