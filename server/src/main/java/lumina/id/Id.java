package lumina.id;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.regex.Pattern;
import lumina.http.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Checks ids of photos, comments, messages, invitations and people, and the tokens of links and
/// invitations. A string that cannot be one is answered without asking a store, because some of
/// these strings make stores fail: MySQL refuses to compare other characters than ASCII with a
/// column of ASCII.
public final class Id {
  public static final Pattern POSSIBLE = Pattern.compile("[\\w.:-]{1,64}");

  private Id() {}

  public static boolean isPossible(@Nullable String id) {
    return id != null && POSSIBLE.matcher(id).matches();
  }

  /// @param what the kind of object, for the error message
  /// @throws Problem.NotFound if the string cannot be an id
  public static String require(String what, String id) {
    if (!isPossible(id)) {
      throw new Problem.NotFound(what);
    }
    return id;
  }

  public static Problem nothing() {
    return new Problem.NotFound("not_found", "There is nothing at this address.");
  }

  /// Checks every id in a URL before the controllers run.
  @Configuration(proxyBeanMethods = false)
  static class InAddresses implements WebMvcConfigurer, HandlerInterceptor {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
      registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler) {
      if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
          instanceof Map<?, ?> named) {
        named.values().stream()
            .filter(id -> !isPossible(String.valueOf(id)))
            .findAny()
            .ifPresent(
                none -> {
                  throw nothing();
                });
      }
      return true;
    }
  }
}
