/// Migrates MySQL where SQL alone cannot; each migration can be repeated.
@NullMarked
package lumina.storage.mysql.migration;

import org.jspecify.annotations.NullMarked;
