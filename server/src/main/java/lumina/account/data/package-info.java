/// Taking along and deleting everything of one person.
@NullMarked
package lumina.account.data;

import org.jspecify.annotations.NullMarked;
