/// Commands of the command line, which run instead of the server.
@NullMarked
package lumina.command;

import org.jspecify.annotations.NullMarked;
