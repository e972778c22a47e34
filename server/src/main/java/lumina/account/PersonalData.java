package lumina.account;

import java.util.function.Consumer;

/// Data of a person, except photos, that the export of the account contains and its deletion
/// deletes.
public interface PersonalData {
  /// The name of its file in the export, without `.json`.
  String name();

  /// Passes each item of this person to the consumer, as a record for JSON.
  void each(long userId, Consumer<Object> taker);

  /// Deletes all items of this person that no foreign key deletes with the account. It can be
  /// repeated after an interruption.
  void forget(long userId);
}
