@NullMarked
package lumina.imaging;

import org.jspecify.annotations.NullMarked;
