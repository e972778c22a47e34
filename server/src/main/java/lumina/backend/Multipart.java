package lumina.backend;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where uploads arrive: straight on the disk beside the library, so that keeping a file is a
/// rename and memory never grows with it.
@Configuration
class Multipart {
  private static final long ANY_SIZE = -1;

  @Bean
  MultipartConfigElement multipartConfig(
      DataFolder folder, @Value("${lumina.max-upload-mb}") long maxUploadMb) {
    // An absolute path: Tomcat would look for another one in its own temporary folder.
    return new MultipartConfigElement(
        folder.incoming().toString(), maxUploadMb * 1024 * 1024, ANY_SIZE, 0);
  }
}
