package lumina.storage;

/// Asks one of the stores behind this instance whether it answers.
public interface StoreCheck {
  /// What people who run Lumina call it: one word, as in `database`.
  String name();

  /// Whether people can be served without it.
  default boolean needed() {
    return true;
  }

  /// May wait for some seconds; nobody waits longer for it than [StoreHealth] does.
  ///
  /// @throws Exception if the store cannot be used
  void check() throws Exception;
}
