/// The command line: the commands that exist, and their arguments.
@NullMarked
package lumina.cli;

import org.jspecify.annotations.NullMarked;
