/// MySQL, opened, and brought up to date.
@NullMarked
package lumina.storage.mysql;

import org.jspecify.annotations.NullMarked;
