package lumina.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import lumina.Form;
import lumina.Person;
import lumina.album.Albums;

/// A person who does everything that people do, and notes what was answered.
final class Visitor {
  /// A photo that nobody takes back.
  ///
  /// @param name its caption
  record Shared(String id, String name) {}

  private final Person me;
  private final String album;
  private final Crowd crowd;
  private final Random random;
  private final List<Shared> mine = new ArrayList<>();
  private final AtomicLong again;
  private int things;

  /// @param again grows by the bytes that are sent again
  Visitor(Person me, Crowd crowd, long seed, AtomicLong again) {
    this.me = me;
    this.crowd = crowd;
    random = new Random(seed);
    album = Albums.make(me, "audience", "public");
    this.again = again;
  }

  Person person() {
    return me;
  }

  String album() {
    return album;
  }

  /// Does one thing, and returns when it was answered.
  void act() {
    int dice = random.nextInt(100);
    if (dice < 20 || crowd.shared().isEmpty()) {
      share(post(fresh("photo")));
    } else if (dice < 38) {
      share(resume(fresh("photo")));
    } else if (dice < 40) {
      var _ = resume(fresh("clip"));
    } else if (dice < 55) {
      like(any());
    } else if (dice < 70) {
      comment(any());
    } else if (dice < 83) {
      write(crowd.other(me, random));
    } else if (dice < 92 && !mine.isEmpty()) {
      arrange(mine.get(random.nextInt(mine.size())));
    } else {
      trash(post(fresh("photo")));
    }
  }

  /// Sends files by resumable uploads, the videos among the photos.
  void send(int photos, int videos) {
    for (int i = 0; i < photos; i++) {
      var _ = resume(fresh("photo"));
      if (i < videos) {
        var _ = resume(fresh("clip"));
      }
    }
  }

  private String fresh(String kind) {
    return "%s %s %d".formatted(kind, me.name(), things++);
  }

  private void share(Shared photo) {
    mine.add(photo);
    crowd.shared().add(photo);
  }

  private Shared any() {
    return crowd.shared().get(random.nextInt(crowd.shared().size()));
  }

  /// The answer may get lost; the same file again makes no second photo.
  private Shared post(String name) {
    crowd.ledger().asked(name);
    Form form =
        new Form()
            .field("caption", name)
            .field("topic", Crowd.TOPIC)
            .field("audience", "public")
            .field("duplicate", "skip")
            .file("x.jpg", Originals.of(name));
    String id = crowd.patience().ask(() -> me.upload(form)).json().get("photo_id").asString();
    crowd.ledger().there(name);
    return new Shared(id, name);
  }

  private Shared resume(String name) {
    crowd.ledger().asked(name);
    byte[] file = Originals.of(name);
    String id =
        new ResumedUpload(me, crowd.patience(), crowd.ledger(), again)
            .send(
                name,
                file,
                file.length / (1 + random.nextInt(3)) + 1,
                "caption",
                name,
                "topic",
                Crowd.TOPIC,
                "audience",
                "public");
    crowd.ledger().there(name);
    return new Shared(id, name);
  }

  private void like(Shared photo) {
    String thing = "like of %s by %s".formatted(photo.name(), me.name());
    String path = "/api/photos/%s/like".formatted(photo.id());
    crowd.ledger().asked(thing);
    if (random.nextInt(3) > 0) {
      crowd.patience().ask(() -> me.put(path));
      crowd.ledger().there(thing);
    } else {
      crowd.patience().ask(() -> me.delete(path));
      crowd.ledger().gone(thing);
    }
  }

  private void comment(Shared photo) {
    String text = fresh("comment");
    crowd.ledger().asked(text);
    Map<String, String> comment = Map.of("text", text, "client_id", text);
    crowd.patience().ask(() -> me.post("/api/photos/" + photo.id() + "/comments", comment));
    crowd.ledger().there(text);
  }

  private void write(Person other) {
    String text = fresh("message");
    crowd.ledger().asked(text);
    Map<String, Object> message = Map.of("to_user_id", other.id(), "text", text, "client_id", text);
    crowd.patience().ask(() -> me.post("/api/messages", message));
    crowd.ledger().there(text);
  }

  private void arrange(Shared photo) {
    String thing = "%s in the album".formatted(photo.name());
    crowd.ledger().asked(thing);
    if (random.nextInt(3) > 0) {
      crowd.patience().ask(() -> Albums.put(me, album, List.of(photo.id())));
      crowd.ledger().there(thing);
    } else {
      crowd.patience().ask(() -> Albums.takeOut(me, album, List.of(photo.id())));
      crowd.ledger().gone(thing);
    }
  }

  /// Into the trash, and out of it or gone for good; or it stays there.
  private void trash(Shared photo) {
    String path = "/api/photos/" + photo.id();
    String thing = photo.name() + " in the trash";
    crowd.ledger().asked(thing);
    crowd.ledger().asked(photo.name());
    crowd.patience().ask(() -> me.post(path + "/trash"));
    crowd.ledger().there(thing);
    crowd.ledger().gone(photo.name());
    switch (random.nextInt(3)) {
      case 0 -> {
        crowd.ledger().asked(thing);
        crowd.ledger().asked(photo.name());
        crowd.patience().ask(() -> me.post(path + "/restore"));
        crowd.ledger().gone(thing);
        crowd.ledger().there(photo.name());
      }
      case 1 -> {
        crowd.ledger().asked(thing);
        crowd.patience().askToRemove(() -> me.delete(path));
        crowd.ledger().gone(thing);
      }
      default -> {}
    }
  }
}
