package lumina.live;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Lazy;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;

/// The sockets that are open here, by person.
@Component
class Sockets implements AutoCloseable {
  static final CloseStatus SESSION_ENDED = new CloseStatus(4401, "session ended");
  private static final long HEARTBEAT = 25_000;

  private final Map<Long, Set<LiveSocket>> byUser = new ConcurrentHashMap<>();
  private final PhotoWatch watch;
  private final ExecutorService whisperer =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());

  Sockets(@Lazy PhotoWatch watch) {
    this.watch = watch;
  }

  void add(LiveSocket socket) {
    byUser.compute(
        socket.viewer().userId(),
        (user, known) -> {
          Set<LiveSocket> sockets = known == null ? ConcurrentHashMap.newKeySet() : known;
          sockets.add(socket);
          return sockets;
        });
  }

  void remove(LiveSocket socket) {
    byUser.computeIfPresent(
        socket.viewer().userId(),
        (user, sockets) -> {
          sockets.remove(socket);
          return sockets.isEmpty() ? null : sockets;
        });
  }

  void receive(Signal signal) {
    switch (signal) {
      case Signal.Wake wake -> wake.people().forEach(user -> of(user).forEach(LiveSocket::wake));
      case Signal.WakeAll _ -> all().forEach(LiveSocket::wake);
      case Signal.Whisper whisper ->
          of(whisper.userId()).forEach(socket -> socket.whisper(whisper.frame()));
      // In a thread of its own: it asks the database, and whoever sends has a transaction to end.
      case Signal.WhisperToWatchers whisper -> whisperer.execute(() -> whisper(whisper));
      case Signal.EndSession ended -> close(ended.tokenHash());
    }
  }

  private void whisper(Signal.WhisperToWatchers whisper) {
    all()
        .filter(socket -> whisper.photoId().equals(socket.watched()))
        .filter(socket -> !socket.viewer().is(whisper.ownerId()))
        .filter(socket -> watch.sees(socket.viewer(), whisper.photoId()))
        .forEach(socket -> socket.whisper(whisper.frame()));
  }

  private void close(String tokenHash) {
    all()
        .filter(socket -> socket.tokenHash().equals(tokenHash))
        .forEach(socket -> socket.close(SESSION_ENDED));
  }

  @Scheduled(fixedDelay = HEARTBEAT)
  void heartbeat() {
    all().forEach(LiveSocket::heartbeat);
  }

  @Override
  public void close() {
    whisperer.shutdownNow();
  }

  private Stream<LiveSocket> all() {
    return byUser.values().stream().flatMap(Set::stream);
  }

  private Set<LiveSocket> of(long userId) {
    return byUser.getOrDefault(userId, Set.of());
  }
}
