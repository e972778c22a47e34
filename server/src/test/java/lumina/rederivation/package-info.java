/// What is made anew from originals.
@NullMarked
package lumina.rederivation;

import org.jspecify.annotations.NullMarked;
