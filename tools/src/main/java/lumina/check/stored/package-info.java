/// Looks at stores as a whole: which files the blob store has, and whether all stores answer.
@NullMarked
package lumina.check.stored;

import org.jspecify.annotations.NullMarked;
