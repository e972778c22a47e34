package lumina.account.data;

import java.util.List;
import lumina.access.Viewer.Person;
import lumina.account.PersonalData;
import lumina.account.UserStore;
import lumina.account.session.SessionStore;
import lumina.http.problem.SecurityLog;
import org.springframework.stereotype.Component;

/// Deletes an account with all data of its person. It can be repeated after an interruption,
/// because the account itself is deleted last. The database deletes with it the rows that refer to
/// the person; `server/src/test/resources/lumina/tables.txt` states it for each table.
@Component
public class AccountDeletion {
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

  public void leave(Person viewer) {
    photos.deleteAll(viewer);
    belongings.forEach(some -> some.forget(viewer.userId()));
    sessions.endOthers(viewer.userId(), "");
    users.remove(viewer.userId());
    SecurityLog.note("account_deleted");
  }
}
