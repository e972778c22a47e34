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

/// What can be the id of anything here: of a photo, a comment, a message, an invitation, a person.
/// Whatever cannot is not there, and no store is asked for it: they choke on some of it.
public final class Id {
  public static final Pattern POSSIBLE = Pattern.compile("[\\w.:-]{1,64}");

  private Id() {}

  public static boolean isPossible(@Nullable String id) {
    return id != null && POSSIBLE.matcher(id).matches();
  }

  /// @param what is looked for, as people call it
  /// @throws Problem.NotFound if nothing can be called so
  public static String require(String what, String id) {
    if (!isPossible(id)) {
      throw new Problem.NotFound(what);
    }
    return id;
  }

  public static Problem nothing() {
    return new Problem.NotFound("not_found", "There is nothing at this address.");
  }

  /// Looks at every id in an address, before anybody else does.
  @Configuration
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
