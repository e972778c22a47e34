/// S3: its client and its bucket.
@NullMarked
package lumina.storage.s3;

import org.jspecify.annotations.NullMarked;
