/// What happened around a person's photos and friendships, and telling them.
@NullMarked
package lumina.notification;

import org.jspecify.annotations.NullMarked;
