package lumina.metrics;

import java.util.List;

/// A bean that shows figures to operators.
public interface Measured {
  /// The same each time.
  List<Measure> measures();
}
