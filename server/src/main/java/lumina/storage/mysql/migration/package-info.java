/// Migrations of MySQL that SQL alone cannot take, each as often as it has to be.
@NullMarked
package lumina.storage.mysql.migration;

import org.jspecify.annotations.NullMarked;
