/// Changes many photos in one request.
@NullMarked
package lumina.batch;

import org.jspecify.annotations.NullMarked;
