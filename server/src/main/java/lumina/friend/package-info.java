/// Friend requests, friendships and blocks.
@NullMarked
package lumina.friend;

import org.jspecify.annotations.NullMarked;
