package lumina.storage.place;

import java.util.Optional;

/// Stores the place id in one of the stores, see [Place].
interface PlaceMark {
  /// The name of the store, as the start of a sentence.
  String where();

  /// The id of its place; empty if it has none yet.
  Optional<String> read();

  void write(String placeId);
}
