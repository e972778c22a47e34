/// Albums: photos of several people, in an order.
@NullMarked
package lumina.album;

import org.jspecify.annotations.NullMarked;
