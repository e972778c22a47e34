/// Fills an empty Lumina with a demo: people, their photos, comments and messages; the people then
/// go on.
@NullMarked
package lumina.demo;

import org.jspecify.annotations.NullMarked;
