/// Tells operators, load balancers and scripts how this instance and its stores are.
@NullMarked
package lumina.health;

import org.jspecify.annotations.NullMarked;
