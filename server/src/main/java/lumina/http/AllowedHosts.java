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

/// Accepts requests for the host names of this server (`ALLOWED_HOSTS`) only: otherwise a foreign
/// page whose host name is made to resolve to this server (DNS rebinding) would count as
/// same-origin in a browser.
///
/// Health checks accept every host name, because load balancers use whatever they have.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AllowedHosts extends OncePerRequestFilter {
  private static final String ANY = "*";
  private final Set<String> named;
  private final boolean usual;

  /// @param setting host names separated by commas; empty for the default
  /// @param publicUrl the URL of this server, may be empty
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
