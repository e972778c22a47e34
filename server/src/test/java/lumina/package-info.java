/// Tests through the front door: a real server, real HTTP, real image workers.
@NullMarked
package lumina;

import org.jspecify.annotations.NullMarked;
