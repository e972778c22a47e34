package lumina.account;

import lumina.http.CrossSiteFilter;
import lumina.http.Problem;
import lumina.http.ProblemBody;
import org.springframework.beans.factory.annotation.Qualifier;
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
import org.springframework.web.servlet.HandlerExceptionResolver;

/// Who may call what: under `/api` only people with a session, but for signing up or in, health,
/// what this place is, and images, which decide by the photo's audience. Every answer carries the
/// headers that keep browsers careful.
@Configuration
class Access {
  @Bean
  SecurityFilterChain filters(
      HttpSecurity http,
      SessionStore sessions,
      ContentPolicy content,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver)
      throws Exception {
    return http.csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilterBefore(new CrossSiteFilter(), AuthorizationFilter.class)
        .addFilterBefore(new SessionFilter(sessions, resolver), AuthorizationFilter.class)
        .authorizeHttpRequests(
            paths ->
                paths
                    .requestMatchers(HttpMethod.POST, "/api/auth/signup", "/api/auth/login")
                    .permitAll()
                    .requestMatchers(
                        HttpMethod.GET,
                        "/api/health",
                        "/api/health/live",
                        "/api/place",
                        "/api/photos/*/image/*")
                    .permitAll()
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

  private static AuthenticationEntryPoint signInFirst() {
    return (request, response, e) ->
        ProblemBody.write(
            new Problem.Unauthorized("not_signed_in", "Please log in to go on."), response);
  }

  /// Observing each filter of the chain costs a third of the requests a second, and nobody reads
  /// it.
  @Bean
  SecurityObservationSettings observations() {
    return SecurityObservationSettings.noObservations();
  }

  /// Sign-in is ours (LogIn); without this, Spring Boot would make up a user of its own.
  @Bean
  UserDetailsService noOtherUsers() {
    return name -> {
      throw new UsernameNotFoundException(name);
    };
  }
}
