package lumina.account;

import java.util.function.Supplier;
import lumina.access.Viewer;
import lumina.http.problem.Problem;
import lumina.storage.sql.OneTransaction;
import org.springframework.stereotype.Component;

/// Makes what people change, and what is told of it, one transaction where one database holds both
/// ([OneTransaction]). Then nothing of a person can be written while their account is deleted, or
/// after it. In the cloud a moment between the two remains (`account/data/DeletionRemains`).
@Component
public class ChangesByPeople {
  private final OneTransaction transaction;
  private final UserStore users;

  ChangesByPeople(OneTransaction transaction, UserStore users) {
    this.transaction = transaction;
    this.users = users;
  }

  /// Whether what is told of a change exists if and only if the change does.
  public boolean areComplete() {
    return transaction.works();
  }

  /// @param author a person, or a guest of a link
  /// @param change is repeatable, and depends on nothing of its thread
  /// @throws Problem.Unauthorized if the person's account is deleted
  public <T> T make(Viewer author, Supplier<T> change) {
    return transaction.run(
        () -> {
          if (!Viewer.isGuest(author.userId())) {
            requireExisting(author.userId());
          }
          return change.get();
        });
  }

  private void requireExisting(long person) {
    if (transaction.works()) {
      users.lockExisting(person);
    } else if (users.find(person).isEmpty()) {
      throw Problem.Unauthorized.notSignedIn();
    }
  }

  /// Tells the listeners of this process what changes.
  public void publish(Object event) {
    transaction.publish(event);
  }
}
