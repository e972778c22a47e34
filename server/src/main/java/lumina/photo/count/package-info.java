/// Counts photos by topic and by month, ahead of the lists that show the counts.
@NullMarked
package lumina.photo.count;

import org.jspecify.annotations.NullMarked;
