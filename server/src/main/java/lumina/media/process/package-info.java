/// Unpacks native programs and starts them with as few rights as they can work with.
@NullMarked
package lumina.media.process;

import org.jspecify.annotations.NullMarked;
