/// Adoption of deployments of the old application, on real stores.
@NullMarked
package lumina.adoption;

import org.jspecify.annotations.NullMarked;
