/// Derives sizes and stripped originals again, on command.
@NullMarked
package lumina.rederivation;

import org.jspecify.annotations.NullMarked;
