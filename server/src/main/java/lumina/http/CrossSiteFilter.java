package lumina.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import lumina.http.problem.Problem;
import lumina.http.problem.ProblemBody;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses writes that another site makes a browser send (CSRF).
///
/// Browsers state the origin of a request (`Sec-Fetch-Site`, older ones `Origin`) and pages cannot
/// forge it; other programs send neither header and carry no stolen cookies. So no CSRF token is
/// needed.
public class CrossSiteFilter extends OncePerRequestFilter {
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (READS.contains(request.getMethod()) || fromOwnSite(request)) {
      chain.doFilter(request, response);
      return;
    }
    ProblemBody.write(
        new Problem.Forbidden(
            "cross_site", "This request came from another site. Open Lumina itself and try again."),
        response);
  }

  private static boolean fromOwnSite(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return OWN_SITE.contains(site);
    }
    String origin = request.getHeader("Origin");
    return origin == null || authority(origin).equalsIgnoreCase(host(request));
  }

  private static String authority(String origin) {
    try {
      return String.valueOf(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException malformed) {
      return "";
    }
  }

  private static @Nullable String host(HttpServletRequest request) {
    return request.getHeader("Host");
  }
}
