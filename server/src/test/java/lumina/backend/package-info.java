/// The databases themselves.
@NullMarked
package lumina.backend;

import org.jspecify.annotations.NullMarked;
