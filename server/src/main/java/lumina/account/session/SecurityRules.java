package lumina.account.session;

import static org.springframework.security.authorization.AuthenticatedAuthorizationManager.authenticated;
import static org.springframework.security.authorization.SingleResultAuthorizationManager.permitAll;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import lumina.http.CrossSiteFilter;
import lumina.http.problem.Problem;
import lumina.http.problem.ProblemBody;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// Access rules of the API, and security headers. `/api` needs a session, except sign-up, log-in,
/// health, what uploads can do, the description of this server, the current session, invitations,
/// what is behind a share link, which its token protects, and photos and albums, which their
/// audience protects; with `MEMBERS_ONLY` these need a session, too.
@Configuration(proxyBeanMethods = false)
class SecurityRules {
  private static final String[] OF_WHOEVER_COMES = {
    "/api/health", "/api/health/live", "/api/place", "/api/auth/session", "/api/invites/*"
  };
  private static final String[] OF_A_PUBLIC_PHOTO = {
    "/api/photos/{id:[0-9a-f]{32}}",
    "/api/photos/*/comments",
    "/api/photos/*/image/*",
    "/api/photos/*/video",
    "/api/albums/{id:[0-9a-f]{32}}"
  };
  private static final String[] LISTS = {"/api/photos", "/api/photos/months"};
  private static final Pattern NAMES_ALBUM = Pattern.compile("(^|&)album=");

  private final ContentPolicy content;
  private final boolean membersOnly;

  SecurityRules(ContentPolicy content, @Value("${lumina.members-only}") boolean membersOnly) {
    this.content = content;
    this.membersOnly = membersOnly;
  }

  @Bean
  SecurityFilterChain filters(
      HttpSecurity http,
      CachedSessions sessions,
      EarlyAnswer early,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver)
      throws Exception {
    return http.csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilterBefore(new CrossSiteFilter(), AuthorizationFilter.class)
        .addFilterBefore(new SessionFilter(sessions, early, resolver), AuthorizationFilter.class)
        .authorizeHttpRequests(
            paths ->
                paths
                    .requestMatchers(HttpMethod.POST, "/api/auth/signup", "/api/auth/login")
                    .permitAll()
                    .requestMatchers(HttpMethod.OPTIONS, "/api/tus")
                    .permitAll()
                    .requestMatchers("/api/s/**")
                    .permitAll()
                    .requestMatchers(reads(OF_WHOEVER_COMES))
                    .permitAll()
                    .requestMatchers(reads(OF_A_PUBLIC_PHOTO))
                    .access(membersOnly ? authenticated() : permitAll())
                    .requestMatchers(ofAnAlbum(reads(LISTS)))
                    .access(membersOnly ? authenticated() : permitAll())
                    .requestMatchers("/api/**")
                    .authenticated()
                    .anyRequest()
                    .permitAll())
        .exceptionHandling(errors -> errors.authenticationEntryPoint(signInFirst()))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(csp -> csp.policyDirectives(content.directives()))
                    .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN))
                    .permissionsPolicyHeader(p -> p.policy("camera=(), geolocation=()")))
        .build();
  }

  /// Matches GET and HEAD.
  private static RequestMatcher[] reads(String... paths) {
    return Stream.of(HttpMethod.GET, HttpMethod.HEAD)
        .flatMap(method -> Stream.of(paths).map(path -> matcher(method, path)))
        .toArray(RequestMatcher[]::new);
  }

  /// Lists of an album, which its audience protects like a photo. `getParameter` would read the
  /// body of a form, also of one that is refused here.
  private static RequestMatcher ofAnAlbum(RequestMatcher... lists) {
    return request ->
        Stream.of(lists).anyMatch(list -> list.matches(request))
            && request.getQueryString() != null
            && NAMES_ALBUM.matcher(request.getQueryString()).find();
  }

  private static RequestMatcher matcher(HttpMethod method, String path) {
    return PathPatternRequestMatcher.withDefaults().matcher(method, path);
  }

  private static AuthenticationEntryPoint signInFirst() {
    return (request, response, e) ->
        ProblemBody.write(Problem.Unauthorized.notSignedIn(), response);
  }

  /// Observing each filter of the chain would cost a third of the throughput, and nobody reads the
  /// result.
  @Bean
  SecurityObservationSettings observations() {
    return SecurityObservationSettings.noObservations();
  }

  /// LogIn checks passwords; without this bean, Spring Boot would create a default user.
  @Bean
  UserDetailsService noOtherUsers() {
    return name -> {
      throw new UsernameNotFoundException(name);
    };
  }
}
