package lumina.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Set;
import lumina.access.Viewer.Person;
import lumina.http.limit.RateLimit;
import lumina.http.limit.RateLimits;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Limits how much one account changes: more than a person can do by hand, less than a program
/// would.
@Configuration(proxyBeanMethods = false)
class WriteLimit implements WebMvcConfigurer, HandlerInterceptor {
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> UPLOADS = Set.of("/api/photos", "/api/tus");

  private final RateLimit writes;
  private final RateLimit uploads;

  WriteLimit(
      RateLimits limits,
      @Value("${lumina.writes-in-ten-minutes}") int writesInTenMinutes,
      @Value("${lumina.uploads-an-hour}") int uploadsAnHour) {
    writes =
        limits.of(
            writesInTenMinutes,
            Duration.ofMinutes(10),
            "too_many_changes",
            "That was a lot at once. Please go on in a moment.");
    uploads =
        limits.of(
            uploadsAnHour,
            Duration.ofHours(1),
            "too_many_uploads",
            "That is a lot of photos for one hour. Please go on a little later.");
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (!READS.contains(request.getMethod())
        && who != null
        && who.getPrincipal() instanceof Person viewer) {
      String account = String.valueOf(viewer.userId());
      writes.spend(account);
      if (UPLOADS.contains(request.getRequestURI())) {
        uploads.spend(account);
      }
    }
    return true;
  }
}
