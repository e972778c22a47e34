/// Records of a transfer in DynamoDB.
@NullMarked
package lumina.transfer.dynamo;

import org.jspecify.annotations.NullMarked;
