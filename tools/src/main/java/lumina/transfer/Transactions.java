package lumina.transfer;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// A database, and transactions in it that are independent of each other.
public record Transactions(
    NamedParameterJdbcTemplate sql, PlatformTransactionManager transactions) {
  public TransactionTemplate writing() {
    TransactionTemplate writing = new TransactionTemplate(transactions);
    writing.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return writing;
  }
}
