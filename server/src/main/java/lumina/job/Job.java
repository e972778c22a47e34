package lumina.job;

/// Work that a [JobQueue] keeps until it is done, by whichever instance; a bean.
///
/// It must bear to be done twice: an instance may die, or lose its claim, when all but the last
/// word of it is written.
public interface Job {
  /// How it is called in the database and for operators; it never changes.
  String name();

  /// @param payload what it was added with
  /// @throws RuntimeException if it has to be tried again, after a pause
  void run(String payload);
}
