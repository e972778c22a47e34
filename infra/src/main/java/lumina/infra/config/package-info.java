/// What a deployment is given, and what each size of it rents.
@NullMarked
package lumina.infra.config;

import org.jspecify.annotations.NullMarked;
