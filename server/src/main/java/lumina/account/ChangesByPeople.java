package lumina.account;

import java.util.function.Supplier;
import lumina.access.Viewer;
import lumina.http.problem.Problem;
import lumina.storage.sql.GroupCommit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes what people change, and what is told of it, one transaction where one database holds both:
/// on the local backend. Then nothing of a person can be written while their account is deleted, or
/// after it.
///
/// A change in DynamoDB is complete before it is told, so there what is told can be lost, and the
/// next change tells it again; and a moment between the change and the look at the account remains
/// (`account/data/DeletionRemains`).
@Component
public class ChangesByPeople {
  private final boolean areComplete;
  private final GroupCommit group;
  private final ApplicationEventPublisher publisher;
  private final UserStore users;

  ChangesByPeople(
      @Value("${storage.backend}") String backend,
      PlatformTransactionManager transactions,
      ApplicationEventPublisher publisher,
      UserStore users) {
    this.areComplete = backend.equals("local");
    this.group = new GroupCommit(new TransactionTemplate(transactions));
    this.publisher = publisher;
    this.users = users;
  }

  /// Whether what is told of a change exists if and only if the change does.
  public boolean areComplete() {
    return areComplete;
  }

  /// @param author a person, or a guest of a link
  /// @param change is repeatable, and depends on nothing of its thread
  /// @throws Problem.Unauthorized if the person's account is deleted
  public <T> T make(Viewer author, Supplier<T> change) {
    return run(
        () -> {
          if (!Viewer.isGuest(author.userId())) {
            requireExisting(author.userId());
          }
          return change.get();
        });
  }

  private <T> T run(Supplier<T> change) {
    boolean alone = !areComplete || TransactionSynchronizationManager.isActualTransactionActive();
    return alone ? change.get() : group.run(change);
  }

  private void requireExisting(long person) {
    if (areComplete) {
      users.lockExisting(person);
    } else if (users.find(person).isEmpty()) {
      throw Problem.Unauthorized.notSignedIn();
    }
  }

  /// Tells the listeners of this process what changes.
  public void publish(Object event) {
    publisher.publishEvent(event);
  }
}
