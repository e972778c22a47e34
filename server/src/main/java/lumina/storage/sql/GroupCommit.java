package lumina.storage.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Commits the changes of several requests as one transaction, because a commit and its flush cost
/// more than a small change (docs/decisions/0041). Whoever comes first commits at once. Those who
/// come meanwhile are the next group, and the first of them commits for all.
///
/// If a change fails, its whole group is rolled back, and each change is made again in a
/// transaction of its own: so it fails alone.
public final class GroupCommit {
  private final TransactionOperations transactions;
  private final Lock lock = new ReentrantLock();
  private List<Change<?>> waiting = new ArrayList<>();
  private boolean busy;

  public GroupCommit(TransactionOperations transactions) {
    this.transactions = transactions;
  }

  /// Makes a change. When this returns, it is committed; when this fails, it was not made, or the
  /// database does not know.
  ///
  /// @param work can be repeated, and executed by another thread
  public <T> T run(Supplier<T> work) {
    Change<T> mine = new Change<>(work);
    if (isFirst(mine) || mine.leads()) {
      try {
        commit(everybodyWaiting());
      } finally {
        handOver();
      }
    }
    return mine.outcome();
  }

  /// The number of changes in the next group.
  int waiting() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  private boolean isFirst(Change<?> mine) {
    lock.lock();
    try {
      waiting.add(mine);
      boolean first = !busy;
      busy = true;
      return first;
    } finally {
      lock.unlock();
    }
  }

  private List<Change<?>> everybodyWaiting() {
    lock.lock();
    try {
      List<Change<?>> group = waiting;
      waiting = new ArrayList<>();
      return group;
    } finally {
      lock.unlock();
    }
  }

  private void handOver() {
    lock.lock();
    try {
      busy = !waiting.isEmpty();
      if (busy) {
        waiting.getFirst().lead();
      }
    } finally {
      lock.unlock();
    }
  }

  private void commit(List<Change<?>> group) {
    Ending ending = new Ending();
    try {
      transactions.executeWithoutResult(
          _ -> {
            TransactionSynchronizationManager.registerSynchronization(ending);
            group.forEach(Change::make);
          });
      group.forEach(Change::end);
    } catch (RuntimeException | Error failure) {
      if (ending.rolledBack && group.size() > 1) {
        group.forEach(change -> commit(List.of(change)));
      } else {
        group.forEach(change -> change.fail(failure));
      }
    }
  }

  /// Tells a transaction that was certainly rolled back from one whose commit failed.
  private static final class Ending implements TransactionSynchronization {
    private boolean rolledBack;

    @Override
    public void afterCompletion(int status) {
      rolledBack = status == STATUS_ROLLED_BACK;
    }
  }

  /// The change of one request, which waits until somebody has committed it, or until it is its
  /// turn to commit.
  private static final class Change<T> {
    private final Supplier<T> work;
    private final CompletableFuture<Boolean> leads = new CompletableFuture<>();
    private Supplier<T> outcome;

    Change(Supplier<T> work) {
      this.work = work;
      this.outcome = work;
    }

    /// Waits, and tells whether this one has to commit.
    boolean leads() {
      return leads.join();
    }

    void lead() {
      leads.complete(true);
    }

    void make() {
      T result = work.get();
      outcome = () -> result;
    }

    void end() {
      leads.complete(false);
    }

    void fail(Throwable failure) {
      outcome =
          () -> {
            if (failure instanceof Error error) {
              throw error;
            }
            throw (RuntimeException) failure;
          };
      end();
    }

    T outcome() {
      return outcome.get();
    }
  }
}
