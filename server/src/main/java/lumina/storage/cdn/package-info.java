/// CloudFront: signed addresses, and forgetting files.
@NullMarked
package lumina.storage.cdn;

import org.jspecify.annotations.NullMarked;
