/// The command that makes anew what came of originals.
@NullMarked
package lumina.rederivation;

import org.jspecify.annotations.NullMarked;
