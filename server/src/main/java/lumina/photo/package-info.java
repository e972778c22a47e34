/// Photos: looking, editing and deleting, and the index that says who may see which.
@NullMarked
package lumina.photo;

import org.jspecify.annotations.NullMarked;
