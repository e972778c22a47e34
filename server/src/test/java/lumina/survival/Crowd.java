package lumina.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import lumina.Person;

/// Friends who are busy until they are told to stop.
final class Crowd {
  static final String TOPIC = "Crash";

  private final Ledger ledger = new Ledger();
  private final Patience patience = new Patience();
  private final List<Visitor.Shared> shared = new CopyOnWriteArrayList<>();
  private final AtomicLong again = new AtomicLong();
  private final List<Visitor> visitors = new ArrayList<>();
  private final List<Future<?>> busy = new ArrayList<>();
  private ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean enough;

  Crowd(String server, int people, long seed) {
    List<Person> friends = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      Person fresh = Person.stranger(server).signUp();
      friends.forEach(fresh::befriend);
      friends.add(fresh);
      visitors.add(new Visitor(fresh, this, seed + i, again));
    }
  }

  /// Everybody does everything; after the end they can begin again.
  void begin() {
    enough = false;
    threads = Executors.newVirtualThreadPerTaskExecutor();
    for (Visitor visitor : visitors) {
      busy.add(
          threads.submit(
              () -> {
                while (!enough) {
                  visitor.act();
                }
              }));
    }
  }

  /// Everybody sends their part of some files.
  void send(int photos, int videos) {
    for (int i = 0; i < visitors.size(); i++) {
      Visitor visitor = visitors.get(i);
      int mine = photos / visitors.size() + (i < photos % visitors.size() ? 1 : 0);
      boolean films = i < videos;
      busy.add(threads.submit(() -> visitor.send(mine, films ? 1 : 0)));
    }
  }

  /// Waits until everybody has finished the thing at hand.
  void end() throws InterruptedException {
    enough = true;
    for (Future<?> one : busy) {
      try {
        one.get();
      } catch (ExecutionException failed) {
        ledger.fault(String.valueOf(failed.getCause()));
      }
    }
    busy.clear();
    threads.close();
  }

  Person other(Person me, Random random) {
    List<Person> others =
        visitors.stream().map(Visitor::person).filter(it -> !it.equals(me)).toList();
    return others.get(random.nextInt(others.size()));
  }

  Ledger ledger() {
    return ledger;
  }

  Patience patience() {
    return patience;
  }

  List<Visitor.Shared> shared() {
    return shared;
  }

  List<Visitor> visitors() {
    return visitors;
  }

  /// The bytes that were sent again, since this was last asked.
  long sentAgain() {
    return again.getAndSet(0);
  }
}
