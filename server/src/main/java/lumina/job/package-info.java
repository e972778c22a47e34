/// Runs work that outlives its process: one instance does it, and retries it when it fails.
@NullMarked
package lumina.job;

import org.jspecify.annotations.NullMarked;
