/// What every controller shares: errors, pages, rate limits, and who may call from where.
@NullMarked
package lumina.http;

import org.jspecify.annotations.NullMarked;
