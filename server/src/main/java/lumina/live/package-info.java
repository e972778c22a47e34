/// What people are told the moment it happens: an event log for each person, and sockets over it.
@NullMarked
package lumina.live;

import org.jspecify.annotations.NullMarked;
