/// The topics that photos are gathered under.
@NullMarked
package lumina.topic;

import org.jspecify.annotations.NullMarked;
