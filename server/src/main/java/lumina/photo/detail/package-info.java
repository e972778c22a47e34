/// Stores the details of a photo that are not in the index: in SQLite, or in DynamoDB.
@NullMarked
package lumina.photo.detail;

import org.jspecify.annotations.NullMarked;
