/// Receives photos, and derives everything that is made of an original.
@NullMarked
package lumina.upload;

import org.jspecify.annotations.NullMarked;
