/// Pages of lists: sizes and cursors.
@NullMarked
package lumina.http.list;

import org.jspecify.annotations.NullMarked;
