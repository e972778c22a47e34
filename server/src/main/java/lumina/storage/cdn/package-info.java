/// Signs addresses of CloudFront, and invalidates files in it.
@NullMarked
package lumina.storage.cdn;

import org.jspecify.annotations.NullMarked;
