/// Opens and migrates MySQL.
@NullMarked
package lumina.storage.mysql;

import org.jspecify.annotations.NullMarked;
