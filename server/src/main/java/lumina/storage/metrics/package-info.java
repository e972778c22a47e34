/// Observes databases, pools and clients of the cloud for the metrics.
@NullMarked
package lumina.storage.metrics;

import org.jspecify.annotations.NullMarked;
