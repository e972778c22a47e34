/// Connects to Redis.
@NullMarked
package lumina.storage.redis;

import org.jspecify.annotations.NullMarked;
