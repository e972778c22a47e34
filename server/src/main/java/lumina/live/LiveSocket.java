package lumina.live;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import lumina.access.Viewer.Person;
import lumina.storage.StoreOutage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.json.JsonMapper;

/// One open socket: a cursor over its person's events. Its own thread sends, so a slow client
/// delays nobody else; a client that reads nothing for ten seconds is disconnected, and gets the
/// rest when it reconnects.
@LiveEvent(type = "hello", data = LiveSocket.Greeting.class)
@LiveEvent(type = "reset", data = LiveSocket.Greeting.class)
final class LiveSocket implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(LiveSocket.class);
  private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(60);
  private static final int BATCH_SIZE = 100;
  private static final int MAX_QUEUED_MOMENTS = 200;

  /// @param lastId the id to reconnect with
  record Greeting(long lastId) {}

  private final WebSocketSession session;
  private final Person viewer;
  private final String tokenHash;
  private final EventReading events;
  private final JsonMapper json;
  private final Semaphore work = new Semaphore(0);
  private final BlockingQueue<Event> moments = new ArrayBlockingQueue<>(MAX_QUEUED_MOMENTS);
  private volatile @Nullable String watched;
  private volatile boolean pingDue;
  private volatile long heardAt = System.nanoTime();
  private long last;

  LiveSocket(
      WebSocketSession session,
      LiveHandshake.LiveClient guest,
      EventReading events,
      JsonMapper json) {
    this.session = session;
    this.viewer = guest.viewer();
    this.tokenHash = guest.tokenHash();
    this.events = events;
    this.json = json;
    this.last = guest.after();
  }

  Person viewer() {
    return viewer;
  }

  String tokenHash() {
    return tokenHash;
  }

  @Nullable String watched() {
    return watched;
  }

  void watch(@Nullable String photoId) {
    watched = photoId;
  }

  void wake() {
    work.release();
  }

  /// Drops the event if too many are waiting: it is about this moment, and would arrive too late.
  void tell(Event event) {
    if (moments.offer(event)) {
      wake();
    }
  }

  void heard() {
    heardAt = System.nanoTime();
  }

  /// @param now from [System#nanoTime]
  void heartbeat(long now) {
    if (now - heardAt > IDLE_TIMEOUT.toNanos()) {
      close(CloseStatus.GOING_AWAY);
    } else {
      pingDue = true;
      wake();
    }
  }

  @Override
  public void run() {
    try {
      greet();
      while (session.isOpen()) {
        sendWhatIsNew();
        work.acquire();
        work.drainPermits();
      }
    } catch (IOException | IllegalStateException gone) {
      close(CloseStatus.SERVICE_OVERLOAD);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failure) {
      // Closes the socket, since no thread serves it any more.
      end(failure);
    }
  }

  private void end(RuntimeException failure) {
    if (StoreOutage.is(failure)) {
      log.warn("WebSocket closed, store unavailable: {}", failure.getMessage());
      close(CloseStatus.SERVICE_RESTARTED);
    } else {
      log.error("WebSocket closed after an unexpected error", failure);
      close(CloseStatus.SERVER_ERROR);
    }
  }

  /// A new client starts at the newest event. A returning client gets the events that it missed, or
  /// is told to start over.
  private void greet() throws IOException {
    long newest = events.last(viewer);
    boolean anew = last < 0;
    boolean known = anew || events.reaches(viewer, last);
    if (anew || !known) {
      last = newest;
    }
    String data = json.writeValueAsString(new Greeting(last));
    send(new Event(null, known ? "hello" : "reset", data, System.currentTimeMillis()));
  }

  private void sendWhatIsNew() throws IOException {
    EventReading.Page page;
    do {
      page = events.after(viewer, last, BATCH_SIZE);
      for (Event event : page.events()) {
        send(event);
      }
      last = page.last();
    } while (page.full());
    sendMoments();
    if (pingDue) {
      pingDue = false;
      session.sendMessage(new PingMessage());
    }
  }

  private void sendMoments() throws IOException {
    List<Event> news = new ArrayList<>();
    moments.drainTo(news);
    for (Event event : events.detailed(viewer, news)) {
      send(event);
    }
  }

  private void send(Event event) throws IOException {
    session.sendMessage(new TextMessage(json.writeValueAsString(event)));
  }

  void close(CloseStatus status) {
    try {
      session.close(status);
    } catch (IOException | IllegalStateException gone) {
      log.debug("WebSocket disconnected before it was closed", gone);
    }
    wake();
  }
}
