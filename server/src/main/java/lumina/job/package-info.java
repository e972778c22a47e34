/// Work that outlives the process that began it: run again when it fails, and by one instance.
@NullMarked
package lumina.job;

import org.jspecify.annotations.NullMarked;
