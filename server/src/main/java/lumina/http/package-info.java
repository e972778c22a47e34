/// What every controller shares: who may call from where, how requests are read, and which errors
/// become which answers.
@NullMarked
package lumina.http;

import org.jspecify.annotations.NullMarked;
