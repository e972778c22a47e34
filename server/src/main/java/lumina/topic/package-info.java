/// Lists the topics by which photos are grouped.
@NullMarked
package lumina.topic;

import org.jspecify.annotations.NullMarked;
