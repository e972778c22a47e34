package lumina.live;

import java.util.Set;
import lumina.account.session.SessionStore;
import lumina.live.bus.ClusterSignal;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Pings all open sockets, lets them read events whose signal was lost, and closes those whose
/// session has ended on another instance.
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

  /// The signal may have been lost, or have arrived while a socket was being opened.
  private void endWithTheirSessions() {
    Set<String> open = sockets.sessions();
    open.removeAll(sessions.living(open));
    open.forEach(ended -> sockets.receive(new ClusterSignal.EndSession(ended)));
  }
}
