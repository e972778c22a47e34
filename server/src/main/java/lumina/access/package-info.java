/// Who is asking, what they may see and what they may change: the one policy for every surface.
@NullMarked
package lumina.access;

import org.jspecify.annotations.NullMarked;
