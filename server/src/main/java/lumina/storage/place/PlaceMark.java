package lumina.storage.place;

import java.util.Optional;

/// Where a store keeps to which place it belongs, see [RecordKey].
interface PlaceMark {
  /// The store, as a sentence begins.
  String where();

  /// The id of its place; empty if it has none yet.
  Optional<String> read();

  void write(String placeId);
}
