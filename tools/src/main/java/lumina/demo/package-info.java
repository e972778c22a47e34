/// Fills an empty Lumina with a demo: a few people, their photos, comments and messages.
@NullMarked
package lumina.demo;

import org.jspecify.annotations.NullMarked;
