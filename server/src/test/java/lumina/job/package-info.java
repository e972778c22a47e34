@NullMarked
package lumina.job;

import org.jspecify.annotations.NullMarked;
