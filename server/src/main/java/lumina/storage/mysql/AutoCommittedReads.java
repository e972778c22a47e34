package lumina.storage.mysql;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/// Runs reads without a database transaction: in READ COMMITTED their statements see the same data
/// without one, and it would cost three more round trips to begin and end. The statements still
/// share a connection. A method that requires a new transaction gets one.
///
/// @param transactions for everything else
record AutoCommittedReads(PlatformTransactionManager transactions)
    implements PlatformTransactionManager {
  @Override
  public TransactionStatus getTransaction(@Nullable TransactionDefinition wanted) {
    return transactions.getTransaction(
        wanted != null && onlyReads(wanted) ? withoutBeginning(wanted) : wanted);
  }

  private static boolean onlyReads(TransactionDefinition wanted) {
    return wanted.isReadOnly()
        && wanted.getPropagationBehavior() == TransactionDefinition.PROPAGATION_REQUIRED;
  }

  private static TransactionDefinition withoutBeginning(TransactionDefinition wanted) {
    DefaultTransactionDefinition reading = new DefaultTransactionDefinition(wanted);
    reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_SUPPORTS);
    return reading;
  }

  @Override
  public void commit(TransactionStatus status) {
    transactions.commit(status);
  }

  @Override
  public void rollback(TransactionStatus status) {
    transactions.rollback(status);
  }
}
