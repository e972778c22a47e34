/// Takes over, in place, what the old application left in MySQL, DynamoDB and S3.
@NullMarked
package lumina.adopt;

import org.jspecify.annotations.NullMarked;
