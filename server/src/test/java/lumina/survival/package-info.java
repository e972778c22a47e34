@NullMarked
package lumina.survival;

import org.jspecify.annotations.NullMarked;
