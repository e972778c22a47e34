/// Resources of AWS as all stacks want them.
@NullMarked
package lumina.infra.construct;

import org.jspecify.annotations.NullMarked;
