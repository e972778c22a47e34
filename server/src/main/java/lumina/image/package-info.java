/// Image downloads: files, URLs and stripped originals.
@NullMarked
package lumina.image;

import org.jspecify.annotations.NullMarked;
