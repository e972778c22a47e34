package lumina.survival;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import lumina.stores.Balancer;
import lumina.stores.FreePort;

/// Kills a server at random moments while people use it; of several servers, one.
///
/// @param settings those of the servers
/// @param servers how many there are, on the same stores
/// @param people how many of them do something at once
/// @param work what they do
/// @param kills how often the server is killed
/// @param seed of everything that is random here; what happens when is still up to the machine
public record Crashes(
    Map<String, String> settings, int servers, int people, Work work, int kills, long seed) {
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
    List<KilledServer> all = new ArrayList<>();
    for (int i = 0; i < servers; i++) {
      all.add(new KilledServer(settings(i)));
    }
    awaitReady(all);
    List<URI> addresses = all.stream().map(it -> URI.create(it.address())).toList();
    try (Balancer balancer = new Balancer(addresses)) {
      Crowd crowd = new Crowd(balancer.address(), people, seed);
      kill(all, crowd);
      all.forEach(KilledServer::restart);
      awaitReady(all);
      List<String> left = all.stream().flatMap(it -> it.left().stream()).toList();
      return Inspection.of(crowd, new Place(settings), left);
    } finally {
      all.forEach(KilledServer::stop);
    }
  }

  private Map<String, String> settings(int server) {
    Map<String, String> own = new HashMap<>(settings);
    own.put("PORT", Integer.toString(FreePort.find()));
    if (servers > 1) {
      own.merge("LUMINA_DATA", Integer.toString(server), (data, name) -> data + "/" + name);
    }
    return own;
  }

  private static void awaitReady(List<KilledServer> servers) throws InterruptedException {
    for (KilledServer server : servers) {
      server.awaitReady();
    }
  }

  private void kill(List<KilledServer> all, Crowd crowd) throws InterruptedException {
    if (work == Work.EVERYTHING) {
      crowd.begin();
    } else {
      crowd.send(PHOTOS, VIDEOS);
    }
    Random random = new Random(seed);
    for (int i = 0; i < kills; i++) {
      kill(all.get(random.nextInt(all.size())), crowd, random);
    }
    awaitReady(all);
    crowd.patience().awaitAnswers(work.answers);
    crowd.end();
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
