package lumina.live;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import lumina.account.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/// Tells people what happens.
///
/// What is told is kept: it reaches each of a person's devices once and in order, also those that
/// come back later. What is whispered reaches only who is there now.
@Component
public class Events {
  private final EventLog log;
  private final Sockets sockets;
  private final JsonMapper json;
  private final Clock clock;

  Events(EventLog log, Sockets sockets, JsonMapper json, Clock clock) {
    this.log = log;
    this.sockets = sockets;
    this.json = json;
    this.clock = clock;
  }

  public void tell(long userId, String type, Object data) {
    log.append(userId, type, json.writeValueAsString(data));
    afterCommit(() -> sockets.wake(List.of(userId)));
  }

  public void tellFriends(long userId, String type, Object data) {
    List<Long> told = log.appendForFriends(userId, type, json.writeValueAsString(data));
    afterCommit(() -> sockets.wake(told));
  }

  public void tellEveryone(String type, Object data) {
    log.append(EventLog.EVERYONE, type, json.writeValueAsString(data));
    afterCommit(sockets::wakeAll);
  }

  public void whisper(long userId, String type, Object data) {
    Event event = new Event(null, type, json.writeValueAsString(data), clock.millis());
    String frame = json.writeValueAsString(event);
    afterCommit(() -> sockets.whisper(userId, frame));
  }

  /// Who has this photo open.
  public Set<Viewer> watchersOf(String photoId) {
    return sockets.watchersOf(photoId);
  }

  private static void afterCommit(Runnable deed) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      deed.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            deed.run();
          }
        });
  }
}
