package lumina.job;

/// Work that a [JobQueue] keeps until one instance has done it; a bean, for example
/// `photo/CdnForgetting`. docs/operations.md lists what jobs do.
///
/// It must tolerate to run twice: an instance may die, or lose its claim, when all but the final
/// record of success is written.
public interface Job {
  /// Its name in the database and for operators; it never changes.
  String name();

  /// @param payload the text with which it was added
  /// @throws RuntimeException if it must be retried after a pause
  void run(String payload);

  /// Notes that it failed for good, so that nobody waits for it. An operator may still retry it.
  default void givenUp(String payload) {}
}
