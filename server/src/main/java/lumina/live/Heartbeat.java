package lumina.live;

import java.util.Set;
import lumina.account.session.SessionStore;
import lumina.live.bus.ClusterSignal;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Goes round the open sockets: each says that it is there and looks for news that no signal told
/// of, and those whose session has ended elsewhere close.
@Component
class Heartbeat {
  private static final long EVERY = 25_000;
  private final Sockets sockets;
  private final SessionStore sessions;

  Heartbeat(Sockets sockets, SessionStore sessions) {
    this.sockets = sockets;
    this.sessions = sessions;
  }

  @Scheduled(fixedRate = EVERY)
  void beat() {
    long now = System.nanoTime();
    sockets.all().forEach(socket -> socket.heartbeat(now));
    endWithTheirSessions();
  }

  /// A signal of it may have been lost, or have come while a socket was being opened.
  private void endWithTheirSessions() {
    Set<String> open = sockets.sessions();
    open.removeAll(sessions.living(open));
    open.forEach(ended -> sockets.receive(new ClusterSignal.EndSession(ended)));
  }
}
