package lumina.storage;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Counts the commits of this process, for code that remembers what it read from the database.
@Component
public class Writes {
  private final AtomicLong committed = new AtomicLong();
  private final boolean alone;

  Writes(@Value("${storage.backend}") String backend) {
    alone = backend.equals("local");
  }

  /// Call this after each commit, when every reader sees what was written.
  public void committed() {
    committed.incrementAndGet();
  }

  boolean areOurs() {
    return alone;
  }

  long count() {
    return committed.get();
  }

  /// Whether what is read now stays true until the count changes. That needs two things: no other
  /// process writes, and the reader is in no transaction, because a transaction can still see an
  /// older state, or its own changes before they are committed.
  boolean tell() {
    return alone && !TransactionSynchronizationManager.isActualTransactionActive();
  }
}
