package lumina.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lumina.access.Viewer.Person;
import lumina.account.User;
import lumina.account.signup.SignUp;
import lumina.friend.Friendship;
import lumina.message.Messaging;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Plays the [Script] on an empty Lumina, with the same operations as requests of people.
@Component
@ConditionalOnProperty("lumina.demo-photos")
class Demo implements ApplicationRunner {
  private static final Logger log = LoggerFactory.getLogger(Demo.class);
  private final Path pictures;
  private final SignUp signUp;
  private final Friendship friendship;
  private final Messaging messaging;
  private final DemoPhotos photos;
  private final Script script = Script.read();
  private final Map<String, Person> people = new HashMap<>();

  /// @param pictures a folder with one folder for each picture, which holds `data/image.jpg`
  Demo(
      @Value("${lumina.demo-photos}") Path pictures,
      SignUp signUp,
      Friendship friendship,
      Messaging messaging,
      DemoPhotos photos) {
    this.messaging = messaging;
    this.pictures = pictures;
    this.signUp = signUp;
    this.friendship = friendship;
    this.photos = photos;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (signUp.anybody()) {
      return;
    }
    script.people().forEach(name -> signUp(name, script.password()));
    script.friends().forEach(this::befriend);
    script.requests().forEach(this::ask);
    script.uploads().forEach(this::upload);
    script.messages().forEach(this::write);
  }

  /// Logs this last, since whoever started the demo reads the end of the log.
  @EventListener(ApplicationReadyEvent.class)
  void sayHowToLogIn() {
    log.info(
        "{} log in as {} with the password: {}",
        people.isEmpty()
            ? "The demo was not added, because there are accounts already. If they are of the demo,"
            : "The demo is ready:",
        script.people().getFirst(),
        script.password());
  }

  private void signUp(String name, String password) {
    User user = signUp.enrol(name, password);
    people.put(name, new Person(user.id(), user.username()));
  }

  private void befriend(List<String> pair) {
    Person asked = person(pair.getLast());
    long request = friendship.request(person(pair.getFirst()).userId(), asked.userId()).id();
    friendship.respond(asked.userId(), request, true);
  }

  private void ask(List<String> pair) {
    var _ = friendship.request(person(pair.getFirst()).userId(), person(pair.getLast()).userId());
  }

  private void write(List<String> message) {
    messaging.send(person(message.get(0)), person(message.get(1)).userId(), message.get(2));
  }

  private void upload(Script.Upload upload) {
    Path picture = pictures.resolve("datasets-img-" + upload.file()).resolve("data/image.jpg");
    String photoId =
        photos.upload(person(upload.by()), upload, target -> Files.copy(picture, target));
    upload.likedBy().forEach(name -> photos.like(person(name), photoId));
    upload
        .comments()
        .forEach(said -> photos.comment(person(said.getFirst()), photoId, said.getLast()));
  }

  private Person person(String name) {
    return Objects.requireNonNull(people.get(name));
  }
}
