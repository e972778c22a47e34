/// How a photo comes in, and what is made of its original.
@NullMarked
package lumina.upload;

import org.jspecify.annotations.NullMarked;
