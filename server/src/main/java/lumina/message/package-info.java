/// Sends and lists messages between friends.
@NullMarked
package lumina.message;

import org.jspecify.annotations.NullMarked;
