/// What a word is, for everything that is searched.
@NullMarked
package lumina.search;

import org.jspecify.annotations.NullMarked;
