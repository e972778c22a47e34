/// Photos: uploading, listing, looking, liking, editing and deleting, and who may see which.
@NullMarked
package lumina.photo;

import org.jspecify.annotations.NullMarked;
