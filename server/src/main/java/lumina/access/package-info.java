/// Who is asking, and what they may see: the one policy for every surface.
@NullMarked
package lumina.access;

import org.jspecify.annotations.NullMarked;
