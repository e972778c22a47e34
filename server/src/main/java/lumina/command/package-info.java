/// How a command of the command line is started, where Lumina does not serve.
@NullMarked
package lumina.command;

import org.jspecify.annotations.NullMarked;
