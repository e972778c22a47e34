/// Turns an uploaded file into the sizes that pages show, and makes copies without private
/// metadata.
@NullMarked
package lumina.imaging;

import org.jspecify.annotations.NullMarked;
