/// Friend requests and friendships.
@NullMarked
package lumina.friend;

import org.jspecify.annotations.NullMarked;
