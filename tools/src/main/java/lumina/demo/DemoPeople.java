package lumina.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lumina.access.Viewer.Person;
import lumina.account.User;
import lumina.account.UserStore;
import lumina.account.UserStore.ProfileEdit;
import lumina.account.profile.ProfilePictures;
import lumina.account.signup.SignUp;
import lumina.friend.Friendship;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// The people of the demo: their accounts, faces and friendships.
@Component
@ConditionalOnProperty("lumina.demo-photos")
class DemoPeople {
  private final Path faces;
  private final SignUp signUp;
  private final UserStore users;
  private final ProfilePictures pictures;
  private final Friendship friendship;

  DemoPeople(
      @Value("${lumina.demo-photos}") Path folder,
      SignUp signUp,
      UserStore users,
      ProfilePictures pictures,
      Friendship friendship) {
    faces = folder.resolve("faces");
    this.signUp = signUp;
    this.users = users;
    this.pictures = pictures;
    this.friendship = friendship;
  }

  /// Whether somebody uses this Lumina already.
  boolean anybody() {
    return signUp.anybody();
  }

  void add(Script.Profile profile, String password) {
    User user = signUp.enrol(profile.username(), password);
    users.change(user.id(), new ProfileEdit(profile.name(), profile.bio(), null, null, null, null));
    Path face = faces.resolve(profile.username() + ".webp");
    pictures.change(user.id(), target -> Files.copy(face, target));
  }

  Person named(String username) {
    return find(username).orElseThrow();
  }

  Optional<Person> find(String username) {
    return users.findByName(username).map(user -> new Person(user.id(), user.username()));
  }

  long ask(List<String> pair) {
    return friendship.request(named(pair.getFirst()).userId(), named(pair.getLast()).userId()).id();
  }

  void befriend(List<String> pair) {
    friendship.respond(named(pair.getLast()).userId(), ask(pair), true);
  }
}
