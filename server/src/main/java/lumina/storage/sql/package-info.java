/// What both SQL databases need.
@NullMarked
package lumina.storage.sql;

import org.jspecify.annotations.NullMarked;
