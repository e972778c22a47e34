package lumina.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import lumina.access.Viewer.Person;
import lumina.photo.Photo;
import lumina.photo.PhotoRows;
import lumina.photo.PhotoStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Lets the people of the demo like and comment while somebody looks: one act after each pause, and
/// each only once, also after a restart.
@Component
@ConditionalOnProperty("lumina.demo-photos")
class DemoActs implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(DemoActs.class);

  /// Photos among which it looks for those of the demo.
  private static final int MOST = 1_000;

  /// The `client_id` of comments: nobody makes two acts on one photo.
  private static final String ONCE = "demo";

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("demo").factory());
  private final Script script = Script.read();
  private final Iterator<Script.Act> acts = script.acts().iterator();
  private final DemoPeople people;
  private final DemoPhotos photos;
  private final PhotoRows rows;
  private final PhotoStore store;
  private final Duration pause;

  /// @param pause between two acts
  DemoActs(
      DemoPeople people,
      DemoPhotos photos,
      PhotoRows rows,
      PhotoStore store,
      @Value("${lumina.demo-pause:PT30S}") Duration pause) {
    this.people = people;
    this.photos = photos;
    this.rows = rows;
    this.store = store;
    this.pause = pause;
  }

  void begin() {
    long millis = pause.toMillis();
    var _ = timer.scheduleWithFixedDelay(this::next, millis, millis, TimeUnit.MILLISECONDS);
  }

  /// Skips acts that were done before a restart.
  private void next() {
    try {
      boolean done = false;
      while (!done && acts.hasNext()) {
        done = play(acts.next());
      }
    } catch (RuntimeException failed) {
      log.warn("An act of the demo failed", failed);
    }
    if (!acts.hasNext()) {
      log.info("The people of the demo have done everything that is in the script");
      timer.shutdown();
    }
  }

  /// @return false if there is nothing to do
  private boolean play(Script.Act act) {
    Optional<Person> person = people.find(act.by());
    Optional<String> photo = person.flatMap(it -> find(it, script.photo(act.photo())));
    return photo.isPresent() && play(act, person.orElseThrow(), photo.get());
  }

  /// Finds the photo of a scene, unless it was deleted or edited, or this person may not see it.
  private Optional<String> find(Person viewer, Script.Upload scene) {
    List<String> all = rows.after(0, MOST).stream().map(row -> row.entry().photoId()).toList();
    return store.among(viewer, all).values().stream()
        .filter(photo -> photo.username().equals(scene.by()))
        .filter(photo -> photo.text().caption().equals(scene.caption()))
        .map(Photo::photoId)
        .findAny();
  }

  private boolean play(Script.Act act, Person person, String photoId) {
    if (act.comment() == null) {
      return photos.like(person, photoId);
    }
    long now = Instant.now().toEpochMilli();
    return photos.comment(person, photoId, act.comment(), ONCE, null).createdAt() >= now;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
