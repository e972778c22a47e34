/// Creates the client of S3 and checks the bucket.
@NullMarked
package lumina.storage.s3;

import org.jspecify.annotations.NullMarked;
