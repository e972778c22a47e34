package lumina.storage;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where uploads arrive: straight on the disk beside the library, so that keeping a file is a
/// rename and memory never grows with it.
@Configuration
class MultipartFolder {
  private static final long WORDS = 1 << 16;

  @Bean
  MultipartConfigElement multipartConfig(
      DataFolder folder, @Value("${lumina.max-upload-mb}") long maxUploadMb) {
    // An absolute path: Tomcat would look for another one in its own temporary folder.
    long largest = maxUploadMb << 20;
    return new MultipartConfigElement(folder.incoming().toString(), largest, largest + WORDS, 0);
  }
}
