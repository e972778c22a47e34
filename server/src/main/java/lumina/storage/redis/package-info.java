/// Redis: its connection.
@NullMarked
package lumina.storage.redis;

import org.jspecify.annotations.NullMarked;
