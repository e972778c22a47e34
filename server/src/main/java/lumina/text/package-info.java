/// What people write, made fit to keep, and what a word of it is for searching.
@NullMarked
package lumina.text;

import org.jspecify.annotations.NullMarked;
