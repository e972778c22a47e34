/// DynamoDB: its client, its tables, and the calls that stores make.
@NullMarked
package lumina.storage.dynamo;

import org.jspecify.annotations.NullMarked;
