package lumina.upload;

import lumina.access.Audience;
import lumina.access.Viewer.Person;
import lumina.account.UserStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Chooses the audience of a new photo: the one that its owner names, or else their default.
@Component
public class NewPhotoAudience {
  private final UserStore users;

  NewPhotoAudience(UserStore users) {
    this.users = users;
  }

  /// @throws lumina.http.problem.Problem.Invalid if there is no such audience
  public Audience of(Person owner, @Nullable String named) {
    String usual = users.require(owner.userId()).defaultAudience();
    return Audience.named(named, Audience.stored(usual));
  }
}
