/// Links that show photos to people without an account, who may write and like as guests.
@NullMarked
package lumina.share;

import org.jspecify.annotations.NullMarked;
