/// Blob storage of image files, by keys such as `photos/{photo_id}_full.jpg`.
@NullMarked
package lumina.blob;

import org.jspecify.annotations.NullMarked;
