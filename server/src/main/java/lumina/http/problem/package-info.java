/// Error responses: a stable code, a sentence, and a security log line where it matters.
@NullMarked
package lumina.http.problem;

import org.jspecify.annotations.NullMarked;
