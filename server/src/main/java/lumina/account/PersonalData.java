package lumina.account;

import java.util.function.Consumer;

/// Something that people have here beside their photos: they may take it along, and it goes when
/// they leave.
public interface PersonalData {
  /// What it is called where it is taken along.
  String name();

  /// Hands over all that somebody has of it, piece by piece, as records for JSON.
  void each(long userId, Consumer<Object> taker);

  /// Deletes all that somebody has of it. Cut off in the middle, it can be done again.
  void forget(long userId);
}
