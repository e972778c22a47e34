/// Shows operators what Lumina does, in the format of Prometheus, if `METRICS_PORT` is set.
@NullMarked
package lumina.metrics;

import org.jspecify.annotations.NullMarked;
