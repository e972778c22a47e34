package lumina.transfer;

import java.util.List;
import java.util.Map;

/// Where what is said about photos is written: the one thing about them that is not in SQL on both
/// backends.
public interface PhotoTexts {
  /// @param names of the owners, by their ids
  void write(List<EntityRecord> photos, Map<Long, String> names);
}
