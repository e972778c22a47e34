package lumina.live;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lumina.account.SessionEnded;
import lumina.account.Viewer;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;

/// The sockets that are open here, by person.
@Component
class Sockets {
  static final CloseStatus SESSION_ENDED = new CloseStatus(4401, "session ended");
  private static final long HEARTBEAT = 25_000;

  private final Map<Long, Set<LiveSocket>> byUser = new ConcurrentHashMap<>();

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

  void wake(Collection<Long> users) {
    users.forEach(user -> of(user).forEach(LiveSocket::wake));
  }

  void wakeAll() {
    all().forEach(LiveSocket::wake);
  }

  void whisper(long userId, String frame) {
    of(userId).forEach(socket -> socket.whisper(frame));
  }

  Set<Viewer> watchersOf(String photoId) {
    return all()
        .filter(socket -> photoId.equals(socket.watched()))
        .map(LiveSocket::viewer)
        .collect(Collectors.toSet());
  }

  @EventListener
  void close(SessionEnded ended) {
    all()
        .filter(socket -> socket.tokenHash().equals(ended.tokenHash()))
        .forEach(socket -> socket.close(SESSION_ENDED));
  }

  @Scheduled(fixedDelay = HEARTBEAT)
  void heartbeat() {
    all().forEach(LiveSocket::heartbeat);
  }

  private Stream<LiveSocket> all() {
    return byUser.values().stream().flatMap(Set::stream);
  }

  private Set<LiveSocket> of(long userId) {
    return byUser.getOrDefault(userId, Set.of());
  }
}
