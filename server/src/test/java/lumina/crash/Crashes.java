package lumina.crash;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import lumina.stores.FreePort;

/// Kills a server at random moments while people use it.
///
/// @param settings those of the server
/// @param people how many of them do something at once
/// @param work what they do
/// @param kills how often the server is killed
/// @param seed of everything that is random here; what happens when is still up to the machine
public record Crashes(Map<String, String> settings, int people, Work work, int kills, long seed) {
  /// What people do.
  public enum Work {
    /// Everything that people do, until the last kill.
    EVERYTHING(12),
    /// 200 photos and 5 videos by resumable uploads, in all.
    UPLOADS(60);

    /// How many requests are answered between two kills at most.
    private final int answers;

    Work(int answers) {
      this.answers = answers;
    }
  }

  private static final int PHOTOS = 200;
  private static final int VIDEOS = 5;
  private static final int LONGEST_MILLIS = 500;

  /// Finds what is wrong afterwards.
  public Outcome run() throws Exception {
    Map<String, String> own = new HashMap<>(settings);
    own.put("PORT", Integer.toString(FreePort.find()));
    KilledServer server = new KilledServer(own);
    server.awaitReady();
    Crowd crowd = new Crowd(server.address(), people, seed);
    if (work == Work.EVERYTHING) {
      crowd.begin();
    } else {
      crowd.send(PHOTOS, VIDEOS);
    }
    Random random = new Random(seed);
    for (int i = 0; i < kills; i++) {
      kill(server, crowd, random);
    }
    server.awaitReady();
    crowd.patience().awaitAnswers(work.answers);
    crowd.end();
    server.restart();
    server.awaitReady();
    Outcome outcome = Inspection.of(crowd, new Place(own), server.left());
    server.stop();
    return outcome;
  }

  /// A fifth of the kills comes while the server starts, the others after some more answers: a slow
  /// machine would answer nothing in a fixed time. Sometimes the image workers die first.
  private void kill(KilledServer server, Crowd crowd, Random random) throws InterruptedException {
    if (random.nextInt(5) > 0) {
      server.awaitReady();
      if (random.nextInt(3) == 0) {
        server.killChildren();
      }
      crowd.patience().awaitAnswers(random.nextInt(work.answers));
    }
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_MILLIS)));
    server.restart();
  }
}
