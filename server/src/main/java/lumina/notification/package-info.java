/// Notifies people of what happens around their photos and friendships, and sends it live.
@NullMarked
package lumina.notification;

import org.jspecify.annotations.NullMarked;
