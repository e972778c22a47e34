/// Viewers and what they may see and change: the one policy for every surface.
@NullMarked
package lumina.access;

import org.jspecify.annotations.NullMarked;
