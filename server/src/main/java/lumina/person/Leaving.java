package lumina.person;

import java.util.List;
import lumina.account.Belongings;
import lumina.account.SessionStore;
import lumina.account.UserStore;
import lumina.account.Viewer;
import lumina.http.SecurityLog;
import lumina.photo.OwnPhotos;
import org.springframework.stereotype.Component;

/// Deletes an account with everything of that person's. Cut off in the middle, it can be asked for
/// again: the account goes last.
@Component
class Leaving {
  private final OwnPhotos photos;
  private final List<Belongings> belongings;
  private final SessionStore sessions;
  private final UserStore users;

  Leaving(OwnPhotos photos, List<Belongings> belongings, SessionStore sessions, UserStore users) {
    this.photos = photos;
    this.belongings = belongings;
    this.sessions = sessions;
    this.users = users;
  }

  void leave(Viewer viewer) {
    photos.deleteAll(viewer);
    belongings.forEach(some -> some.forget(viewer.userId()));
    sessions.endOthers(viewer.userId(), "");
    users.remove(viewer.userId());
    SecurityLog.note("account_deleted");
  }
}
