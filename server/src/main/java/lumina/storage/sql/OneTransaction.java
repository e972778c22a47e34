package lumina.storage.sql;

import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes a change and all that is told about it one transaction, where one database holds both: on
/// the local backend. A change in DynamoDB is complete before it is told, so there what is told can
/// be lost, and the next change tells it again.
@Component
public class OneTransaction {
  private final boolean works;
  private final GroupCommit changes;
  private final ApplicationEventPublisher publisher;

  OneTransaction(
      @Value("${storage.backend}") String backend,
      PlatformTransactionManager transactions,
      ApplicationEventPublisher publisher) {
    this.publisher = publisher;
    works = backend.equals("local");
    changes = new GroupCommit(new TransactionTemplate(transactions));
  }

  /// Whether what is told of a change exists if and only if the change does.
  public boolean works() {
    return works;
  }

  /// @param change is repeatable, and depends on nothing of its thread
  public <T> T run(Supplier<T> change) {
    boolean alone = !works || TransactionSynchronizationManager.isActualTransactionActive();
    return alone ? change.get() : changes.run(change);
  }

  /// Tells the listeners of this process what changes.
  public void publish(Object event) {
    publisher.publishEvent(event);
  }
}
