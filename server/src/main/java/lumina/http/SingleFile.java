package lumina.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import lumina.http.problem.Problem;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Refuses uploads with more than one file, of which the others would be silently dropped.
@Configuration(proxyBeanMethods = false)
class SingleFile implements WebMvcConfigurer, HandlerInterceptor {
  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/photos", "/api/users/profile-picture");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request instanceof MultipartHttpServletRequest form && count(form) > 1) {
      throw new Problem.Invalid(
          "photo", "too_many_files", "Please send each photo in a request of its own.");
    }
    return true;
  }

  /// The moving part of a photo comes beside it.
  private static int count(MultipartHttpServletRequest form) {
    int files = form.getMultiFileMap().values().stream().mapToInt(List::size).sum();
    boolean pair = form.getFile("photo") != null && form.getFile("motion") != null;
    return pair ? files - 1 : files;
  }
}
