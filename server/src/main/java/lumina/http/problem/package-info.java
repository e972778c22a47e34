/// The errors that clients get: a stable code, a sentence, and a line in the security log where it
/// matters.
@NullMarked
package lumina.http.problem;

import org.jspecify.annotations.NullMarked;
