/// Which stores this process runs on, how it starts with them, and how they are.
@NullMarked
package lumina.storage;

import org.jspecify.annotations.NullMarked;
