package lumina.account.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import lumina.access.Viewer;
import lumina.access.Viewer.Person;
import lumina.http.problem.ClientDisconnected;
import lumina.http.problem.SecurityLog;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// Authenticates requests by the `session` cookie, and refuses those that expect another person.
/// What everybody may see it sends at once, see [EarlyAnswer].
class SessionFilter extends OncePerRequestFilter {
  private static final Pattern FOR_VIEWERS = Pattern.compile("/(api|photos|albums|s)/");

  private final CachedSessions sessions;
  private final EarlyAnswer early;
  private final HandlerExceptionResolver errors;

  /// @param errors handles exceptions as for a controller, because no controller has been called
  ///   yet
  SessionFilter(CachedSessions sessions, EarlyAnswer early, HandlerExceptionResolver errors) {
    this.sessions = sessions;
    this.early = early;
    this.errors = errors;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      Optional<Session> session = session(request);
      ExpectedUser.check(request, session);
      session.ifPresent(this::signIn);
      if (early.send(viewer(session), request, response)) {
        return;
      }
    } catch (RuntimeException | ClientDisconnected refusedOrDown) {
      errors.resolveException(request, response, null, refusedOrDown);
      return;
    }
    chain.doFilter(request, response);
  }

  private Optional<Session> session(HttpServletRequest request) {
    return SessionCookie.token(request).flatMap(sessions::find);
  }

  private void signIn(Session session) {
    sessions.use(session);
    SecurityLog.about(session.userId(), session.username());
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(
                person(session), session.tokenHash(), List.of()));
  }

  private static Viewer viewer(Optional<Session> session) {
    return session.<Viewer>map(SessionFilter::person).orElseGet(Viewer.Anonymous::new);
  }

  private static Person person(Session session) {
    return new Person(session.userId(), session.username());
  }

  /// Health checks skip authentication, so that they work while sessions cannot be read, and so do
  /// files and pages whose head says nothing of what they show.
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return !FOR_VIEWERS.matcher(path).lookingAt() || path.startsWith("/api/health");
  }
}
