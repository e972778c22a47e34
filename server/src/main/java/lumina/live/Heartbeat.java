package lumina.live;

import java.time.Duration;
import java.util.Set;
import lumina.account.session.SessionStore;
import lumina.job.RepeatedWork;
import lumina.live.bus.ClusterSignal;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Pings all open sockets, lets them read events whose signal was lost, and closes those whose
/// session has ended on another instance.
@Component
class Heartbeat {
  private static final Duration EVERY = Duration.ofSeconds(25);
  private final Sockets sockets;
  private final SessionStore sessions;

  Heartbeat(Sockets sockets, SessionStore sessions) {
    this.sockets = sockets;
    this.sessions = sessions;
  }

  @Bean
  RepeatedWork beating() {
    return new RepeatedWork(EVERY, this::beat);
  }

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
