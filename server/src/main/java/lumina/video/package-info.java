/// Makes videos playable in every browser, in the background.
@NullMarked
package lumina.video;

import org.jspecify.annotations.NullMarked;
