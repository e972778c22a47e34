/// Opens DynamoDB, checks its tables, and sends the requests of stores.
@NullMarked
package lumina.storage.dynamo;

import org.jspecify.annotations.NullMarked;
