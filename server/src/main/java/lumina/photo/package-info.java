/// Reads, edits and deletes photos, with the index that decides who may see which.
@NullMarked
package lumina.photo;

import org.jspecify.annotations.NullMarked;
