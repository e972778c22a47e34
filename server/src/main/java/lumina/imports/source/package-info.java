/// Reads what people have elsewhere: folders, zips, and the exports of other places.
@NullMarked
package lumina.imports.source;

import org.jspecify.annotations.NullMarked;
