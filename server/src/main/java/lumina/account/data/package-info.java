/// Export and deletion of all data of one person.
@NullMarked
package lumina.account.data;

import org.jspecify.annotations.NullMarked;
