/// The command that makes sizes and stripped originals anew.
@NullMarked
package lumina.rederivation;

import org.jspecify.annotations.NullMarked;
