/// Commands as people give them: each in a process of its own.
@NullMarked
package lumina.command;

import org.jspecify.annotations.NullMarked;
