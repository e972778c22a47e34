package lumina.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lumina.http.problem.Problem;
import lumina.http.problem.ProblemBody;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers under the names that this place has (`ALLOWED_HOSTS`), and no others: else a page
/// elsewhere whose name is made to point here would count as one of ours in a browser.
///
/// Health is told under every name: load balancers ask by whatever they have.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AllowedHosts extends OncePerRequestFilter {
  private static final String ANY = "*";
  private final Set<String> named;
  private final boolean usual;

  /// @param setting names with commas between; empty for the usual ones
  /// @param publicUrl where people find this place, may be empty
  AllowedHosts(
      @Value("${lumina.allowed-hosts}") String setting,
      @Value("${lumina.public-url}") String publicUrl) {
    usual = setting.isBlank();
    named =
        usual
            ? host(publicUrl).collect(Collectors.toSet())
            : Stream.of(setting.split(","))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
  }

  private static Stream<String> host(String url) {
    return url.isBlank()
        ? Stream.empty()
        : Stream.ofNullable(URI.create(url.strip()).getHost())
            .map(host -> host.toLowerCase(Locale.ROOT));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (allowed(request.getServerName().toLowerCase(Locale.ROOT))) {
      chain.doFilter(request, response);
      return;
    }
    ProblemBody.write(
        new Problem.Misdirected(
            "This place is not known by the name in the address. If it should be, whoever runs it"
                + " adds the name to ALLOWED_HOSTS."),
        response);
  }

  private boolean allowed(String host) {
    return named.contains(host)
        || named.contains(ANY)
        || (usual && (host.equals("localhost") || isAddress(host)));
  }

  private static boolean isAddress(String host) {
    try {
      var _ = InetAddress.ofLiteral(host.replaceAll("^\\[|]$", ""));
      return true;
    } catch (IllegalArgumentException name) {
      return false;
    }
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/health");
  }
}
