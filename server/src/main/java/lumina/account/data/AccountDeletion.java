package lumina.account.data;

import java.util.List;
import lumina.access.Viewer.Person;
import lumina.account.PersonalData;
import lumina.account.UserStore;
import lumina.account.session.SessionStore;
import lumina.http.problem.Problem;
import lumina.http.problem.SecurityLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/// Deletes an account with all data of its person. It can be repeated after an interruption,
/// because the account itself is deleted last. The database deletes with it the rows that refer to
/// the person; `server/src/test/resources/lumina/tables.txt` states it for each table.
@Component
public class AccountDeletion {
  private static final Logger log = LoggerFactory.getLogger(AccountDeletion.class);

  /// Far more than uploads can be under way.
  private static final int TRIES = 50;

  private final PersonPhotos photos;
  private final List<PersonalData> belongings;
  private final SessionStore sessions;
  private final UserStore users;

  AccountDeletion(
      PersonPhotos photos, List<PersonalData> belongings, SessionStore sessions, UserStore users) {
    this.photos = photos;
    this.belongings = belongings;
    this.sessions = sessions;
    this.users = users;
  }

  /// @throws Problem.Unavailable if photos of this person go on arriving
  public void leave(Person viewer) {
    for (int tries = 1; !hasLeft(viewer); tries++) {
      if (tries == TRIES) {
        throw new Problem.Unavailable(
            "photos_arriving", "Photos are still arriving. Please try again in a moment.");
      }
    }
    SecurityLog.note("account_deleted");
  }

  /// Returns false if a photo arrived meanwhile: an upload or an import was under way.
  private boolean hasLeft(Person viewer) {
    photos.deleteAll(viewer);
    belongings.forEach(some -> some.forget(viewer.userId()));
    sessions.endOthers(viewer.userId(), "");
    try {
      users.remove(viewer.userId());
      return true;
    } catch (DataIntegrityViolationException | ConcurrencyFailureException arrived) {
      log.info("Something arrived while the account {} was deleted", viewer.userId(), arrived);
      return false;
    }
  }
}
