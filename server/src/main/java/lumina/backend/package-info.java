/// Which stores this process runs on, and the only places that open them.
@NullMarked
package lumina.backend;

import org.jspecify.annotations.NullMarked;
