/// Reads and writes the records of a transfer in DynamoDB.
@NullMarked
package lumina.transfer.dynamo;

import org.jspecify.annotations.NullMarked;
