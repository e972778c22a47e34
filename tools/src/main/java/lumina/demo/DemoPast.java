package lumina.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lumina.access.Viewer.Person;
import lumina.message.Message;
import lumina.message.Messaging;
import lumina.notification.Notifications;
import lumina.text.Reaction;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Plays what happened in the [Script] until now, with the same operations as requests of people.
@Component
@ConditionalOnProperty("lumina.demo-photos")
class DemoPast {
  private static final Duration JOINED = Duration.ofDays(6 * 365);

  /// What is newer is unread.
  private static final Duration LOOKED = Duration.ofHours(8);

  /// As many as the image engine has workers.
  private static final int UPLOADS_AT_ONCE = 2;

  private final Script script = Script.read();
  private final Instant now = Instant.now();
  private final Map<String, String> photoIds = new ConcurrentHashMap<>();
  private final DemoPeople people;
  private final DemoPhotos photos;
  private final DemoAlbums albums;
  private final Messaging messaging;
  private final Notifications notifications;

  DemoPast(
      DemoPeople people,
      DemoPhotos photos,
      DemoAlbums albums,
      Messaging messaging,
      Notifications notifications) {
    this.people = people;
    this.photos = photos;
    this.albums = albums;
    this.messaging = messaging;
    this.notifications = notifications;
  }

  void play(String password) throws InterruptedException, ExecutionException {
    SceneClock.at(now.minus(JOINED)).run(() -> meet(password));
    write(script.messages());
    upload(script.photos().stream().filter(it -> !isUnread(it)).toList());
    script.albums().forEach(this::gather);
    script.people().forEach(it -> notifications.markRead(people.named(it.username()).userId()));
    script.requests().forEach(people::ask);
    upload(script.photos().stream().filter(this::isUnread).toList());
  }

  private void meet(String password) {
    script.people().forEach(profile -> people.add(profile, password));
    script.friends().forEach(people::befriend);
  }

  private void write(List<Script.Message> messages) {
    Map<Set<String>, Message> latest = new HashMap<>();
    for (Script.Message message : messages) {
      Set<String> conversation = Set.of(message.from(), message.to());
      latest.compute(
          conversation,
          (_, before) ->
              SceneClock.at(now.minus(message.ago())).call(() -> write(message, before)));
    }
  }

  /// Who answers has read.
  private Message write(Script.Message message, @Nullable Message before) {
    Person from = people.named(message.from());
    Person to = people.named(message.to());
    String replyTo =
        before != null && Boolean.TRUE.equals(message.reply()) ? before.messageId() : null;
    messaging.readAll(from.userId(), to.userId());
    Message sent = messaging.send(from, to.userId(), message.text(), replyTo);
    return message.reaction() == null
        ? sent
        : messaging.react(to, sent, Reaction.of(message.reaction()));
  }

  private void upload(List<Script.Upload> scenes) throws InterruptedException, ExecutionException {
    try (ExecutorService several = Executors.newFixedThreadPool(UPLOADS_AT_ONCE)) {
      List<Callable<Object>> uploads =
          scenes.stream().map(it -> Executors.callable(() -> upload(it))).toList();
      for (Future<?> uploaded : several.invokeAll(uploads)) {
        uploaded.get();
      }
    }
  }

  private void upload(Script.Upload scene) {
    photoIds.put(scene.file(), photos.play(scene, people, taken(scene)));
  }

  private void gather(Script.Album album) {
    List<Script.Upload> gathered = album.photos().stream().map(script::photo).toList();
    SceneClock.at(SceneTime.of(album.made(), now))
        .run(() -> albums.add(album, gathered, people, photoIds));
  }

  private boolean isUnread(Script.Upload scene) {
    return taken(scene).isAfter(now.minus(LOOKED));
  }

  private Instant taken(Script.Upload scene) {
    return SceneTime.of(scene.taken(), now);
  }
}
