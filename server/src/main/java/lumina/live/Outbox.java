package lumina.live;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import lumina.live.bus.ClusterBus;
import lumina.live.bus.ClusterSignal;
import lumina.metrics.Measure;
import lumina.metrics.Measured;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Holds the announcements of a transaction until its end: events are written just before the
/// commit, signals are sent after it.
@Component
class Outbox implements Measured {
  private final EventLog log;
  private final ClusterBus relay;
  private final Clock clock;
  private final LongAdder written = new LongAdder();

  Outbox(EventLog log, ClusterBus relay, Clock clock) {
    this.clock = clock;
    this.log = log;
    this.relay = relay;
  }

  void tell(List<Announcement> news) {
    PendingAnnouncements letters = letters();
    if (letters == null) {
      signal(log.write(news));
    } else {
      letters.news.addAll(news);
    }
  }

  void send(ClusterSignal signal) {
    PendingAnnouncements letters = letters();
    if (letters == null) {
      relay.send(signal);
    } else {
      letters.signals.add(signal);
    }
  }

  @Override
  public List<Measure> measures() {
    return List.of(
        Measure.counter(
            "lumina.events", "Events that were written for one or more people", written::sum));
  }

  private void signal(List<Announcement> told) {
    written.add(told.size());
    wake(told);
    for (Announcement news : told) {
      if (news.photoId() != null) {
        relay.send(
            new ClusterSignal.PhotoUpdate(
                news.photoId(),
                news.people().getFirst(),
                news.type(),
                news.data(),
                clock.millis()));
      }
    }
  }

  private void wake(List<Announcement> told) {
    TreeSet<Long> people = new TreeSet<>();
    told.forEach(news -> people.addAll(news.people()));
    if (people.contains(EventLog.EVERYONE)) {
      relay.send(new ClusterSignal.WakeAll());
    } else if (!people.isEmpty()) {
      relay.send(new ClusterSignal.Wake(List.copyOf(people)));
    }
  }

  private @Nullable PendingAnnouncements letters() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      return null;
    }
    return TransactionSynchronizationManager.getSynchronizations().stream()
        .filter(PendingAnnouncements.class::isInstance)
        .map(PendingAnnouncements.class::cast)
        .findAny()
        .orElseGet(
            () -> {
              PendingAnnouncements letters = new PendingAnnouncements();
              TransactionSynchronizationManager.registerSynchronization(letters);
              return letters;
            });
  }

  private final class PendingAnnouncements implements TransactionSynchronization {
    private final List<Announcement> news = new ArrayList<>();
    private List<Announcement> told = List.of();
    private final List<ClusterSignal> signals = new ArrayList<>();

    @Override
    public void beforeCommit(boolean readOnly) {
      told = log.write(news);
    }

    @Override
    public void afterCommit() {
      signal(told);
      signals.forEach(relay::send);
    }
  }
}
