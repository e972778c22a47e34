/// Sends signals between the instances of a cluster.
@NullMarked
package lumina.live.bus;

import org.jspecify.annotations.NullMarked;
