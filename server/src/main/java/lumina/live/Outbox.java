package lumina.live;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Holds what a transaction has to tell until its end: events are written just before it commits,
/// signals leave after.
@Component
class Outbox {
  private final EventLog log;
  private final Relay relay;
  private final Clock clock;

  Outbox(EventLog log, Relay relay, Clock clock) {
    this.clock = clock;
    this.log = log;
    this.relay = relay;
  }

  void tell(List<News> news) {
    Letters letters = letters();
    if (letters == null) {
      signal(log.write(news));
    } else {
      letters.news.addAll(news);
    }
  }

  void send(Signal signal) {
    Letters letters = letters();
    if (letters == null) {
      relay.send(signal);
    } else {
      letters.signals.add(signal);
    }
  }

  private void signal(List<News> told) {
    wake(told);
    for (News news : told) {
      if (news.photoId() != null) {
        relay.send(
            new Signal.PhotoNews(
                news.photoId(),
                news.people().getFirst(),
                news.type(),
                news.data(),
                clock.millis()));
      }
    }
  }

  private void wake(List<News> told) {
    TreeSet<Long> people = new TreeSet<>();
    told.forEach(news -> people.addAll(news.people()));
    if (people.contains(EventLog.EVERYONE)) {
      relay.send(new Signal.WakeAll());
    } else if (!people.isEmpty()) {
      relay.send(new Signal.Wake(List.copyOf(people)));
    }
  }

  private @Nullable Letters letters() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      return null;
    }
    return TransactionSynchronizationManager.getSynchronizations().stream()
        .filter(Letters.class::isInstance)
        .map(Letters.class::cast)
        .findAny()
        .orElseGet(
            () -> {
              Letters letters = new Letters();
              TransactionSynchronizationManager.registerSynchronization(letters);
              return letters;
            });
  }

  private final class Letters implements TransactionSynchronization {
    private final List<News> news = new ArrayList<>();
    private List<News> told = List.of();
    private final List<Signal> signals = new ArrayList<>();

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
