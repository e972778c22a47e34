package lumina.storage.mysql;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/// Begins no transaction for what only reads: in READ COMMITTED its statements see the same without
/// one, and beginning and ending it are three round trips more. They still share a connection. Who
/// asks for a transaction of its own gets it.
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
