@NullMarked
package lumina.video;

import org.jspecify.annotations.NullMarked;
