/// Tells people what happens while it happens: an event log for each person, and sockets that send
/// it.
@NullMarked
package lumina.live;

import org.jspecify.annotations.NullMarked;
