/// A living place to look at: a few people, their photos and what they said.
@NullMarked
package lumina.demo;

import org.jspecify.annotations.NullMarked;
