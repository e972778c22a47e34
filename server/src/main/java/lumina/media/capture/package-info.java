/// Reads from a file when, where and with which camera its picture was taken.
@NullMarked
package lumina.media.capture;

import org.jspecify.annotations.NullMarked;
