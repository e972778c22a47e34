package lumina.live;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lumina.live.bus.ClusterListener;
import lumina.live.bus.ClusterSignal;
import lumina.metrics.Measure;
import lumina.metrics.Measured;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;

/// The open sockets of this instance, by person.
@Component
class Sockets implements ClusterListener, Measured, AutoCloseable {
  static final CloseStatus SESSION_ENDED = new CloseStatus(4401, "session ended");
  private static final long CLOSE_TIMEOUT_SECONDS = 2;

  private final Map<Long, Set<LiveSocket>> byUser = new ConcurrentHashMap<>();
  private final ExecutorService closers = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean leaving;

  void add(LiveSocket socket) {
    byUser.compute(
        socket.viewer().userId(),
        (user, known) -> {
          Set<LiveSocket> sockets = known == null ? ConcurrentHashMap.newKeySet() : known;
          sockets.add(socket);
          return sockets;
        });
    if (leaving) {
      closeSoon(socket, CloseStatus.SERVICE_RESTARTED);
    }
  }

  void remove(LiveSocket socket) {
    byUser.computeIfPresent(
        socket.viewer().userId(),
        (user, sockets) -> {
          sockets.remove(socket);
          return sockets.isEmpty() ? null : sockets;
        });
  }

  @Override
  public void receive(ClusterSignal signal) {
    switch (signal) {
      case ClusterSignal.Wake wake ->
          wake.people().forEach(user -> of(user).forEach(LiveSocket::wake));
      case ClusterSignal.WakeAll _ -> all().forEach(LiveSocket::wake);
      case ClusterSignal.Whisper whisper -> {
        Event event = new Event(null, whisper.type(), whisper.data(), whisper.at());
        of(whisper.userId()).forEach(socket -> socket.tell(event));
      }
      case ClusterSignal.PhotoUpdate news -> tellWatchers(news);
      case ClusterSignal.EndSession ended -> close(ended.tokenHash());
    }
  }

  private void tellWatchers(ClusterSignal.PhotoUpdate news) {
    Event event = new Event(null, news.type(), news.data(), news.at());
    all()
        .filter(socket -> news.photoId().equals(socket.watched()))
        .filter(socket -> !socket.viewer().is(news.ownerId()))
        .forEach(socket -> socket.tell(event));
  }

  private void close(String tokenHash) {
    all()
        .filter(socket -> socket.tokenHash().equals(tokenHash))
        .forEach(socket -> closeSoon(socket, SESSION_ENDED));
  }

  /// Closes in another thread: the close frame waits for a slow client.
  private void closeSoon(LiveSocket socket, CloseStatus status) {
    closers.execute(() -> socket.close(status));
  }

  /// Closes all sockets at once when this instance stops, so that clients reconnect to another one.
  @EventListener
  void leave(AvailabilityChangeEvent<ReadinessState> change) throws InterruptedException {
    leaving = change.getState() == ReadinessState.REFUSING_TRAFFIC;
    if (leaving) {
      closers.invokeAll(
          all()
              .map(socket -> Executors.callable(() -> socket.close(CloseStatus.SERVICE_RESTARTED)))
              .toList(),
          CLOSE_TIMEOUT_SECONDS,
          TimeUnit.SECONDS);
    }
  }

  @Override
  public void close() {
    closers.shutdownNow();
  }

  @Override
  public List<Measure> measures() {
    return List.of(Measure.gauge("lumina.sockets", "Open WebSockets", () -> all().count()));
  }

  Stream<LiveSocket> all() {
    return byUser.values().stream().flatMap(Set::stream);
  }

  /// The token hashes of the sessions that opened the sockets.
  Set<String> sessions() {
    return all().map(LiveSocket::tokenHash).collect(Collectors.toCollection(HashSet::new));
  }

  Set<LiveSocket> of(long userId) {
    return byUser.getOrDefault(userId, Set.of());
  }
}
