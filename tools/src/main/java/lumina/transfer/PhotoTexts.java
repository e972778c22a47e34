package lumina.transfer;

import java.util.List;
import java.util.Map;

/// Writes the details of photos: the only part of them that is not in SQL on both backends.
public interface PhotoTexts {
  /// @param names of the owners, by id
  void write(List<EntityRecord> photos, Map<Long, String> names);
}
