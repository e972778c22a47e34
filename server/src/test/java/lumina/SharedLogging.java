package lumina;

import org.springframework.boot.logging.logback.LogbackLoggingSystem;

/// The logging of all servers and commands of this JVM, set up by the first of them. Set up again
/// after each that ends, it would be silent meanwhile for the others, whose tests read the log.
public final class SharedLogging extends LogbackLoggingSystem {
  public SharedLogging(ClassLoader classLoader) {
    super(classLoader);
  }

  @Override
  public void cleanUp() {}
}
