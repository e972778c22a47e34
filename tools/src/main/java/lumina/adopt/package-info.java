/// Adopts the data of the old application in MySQL, DynamoDB and S3, in place.
@NullMarked
package lumina.adopt;

import org.jspecify.annotations.NullMarked;
