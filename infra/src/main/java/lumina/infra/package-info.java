/// The AWS infrastructure of Lumina: one file a stack, in the order in which `Cloud` names them.
@NullMarked
package lumina.infra;

import org.jspecify.annotations.NullMarked;
