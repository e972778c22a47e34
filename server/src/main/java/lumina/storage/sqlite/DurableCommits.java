package lumina.storage.sqlite;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/// Makes every transaction that writes survive a power cut. It flushes the log after the commit,
/// when the connection is free again: meanwhile others commit, and the next flush is for all of
/// them.
///
/// @param transactions commits, so that the transaction survives a killed process
record DurableCommits(PlatformTransactionManager transactions, WriteAheadLog log)
    implements PlatformTransactionManager {
  @Override
  public TransactionStatus getTransaction(@Nullable TransactionDefinition wanted) {
    return transactions.getTransaction(wanted);
  }

  @Override
  public void commit(TransactionStatus status) {
    boolean writes = status.isNewTransaction() && !status.isReadOnly();
    transactions.commit(status);
    if (writes) {
      flush();
    }
  }

  private void flush() {
    try {
      log.flush();
    } catch (IOException failed) {
      throw new DataAccessResourceFailureException("The database log cannot be flushed", failed);
    }
  }

  @Override
  public void rollback(TransactionStatus status) {
    transactions.rollback(status);
  }
}
