package lumina.storage;

/// Checks whether one store of this instance answers.
public interface StoreCheck {
  /// Its name for operators: one word, as in `database`.
  String name();

  /// Whether people can only be served with this store.
  default boolean needed() {
    return true;
  }

  /// May block for some seconds; the caller limits the wait.
  ///
  /// @throws Exception if the store cannot be used
  void check() throws Exception;
}
