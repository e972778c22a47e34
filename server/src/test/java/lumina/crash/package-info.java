@NullMarked
package lumina.crash;

import org.jspecify.annotations.NullMarked;
