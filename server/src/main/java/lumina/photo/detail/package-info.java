/// What is kept about a photo beside its place in the index: in SQLite, or in DynamoDB.
@NullMarked
package lumina.photo.detail;

import org.jspecify.annotations.NullMarked;
