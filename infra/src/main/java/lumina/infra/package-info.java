/// What Lumina runs on in the cloud: one file a stack, in the order in which `Cloud` names them.
@NullMarked
package lumina.infra;

import org.jspecify.annotations.NullMarked;
