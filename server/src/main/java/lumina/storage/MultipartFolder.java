package lumina.storage;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Writes arriving uploads to the disk of the image files, so that keeping a file is a rename and
/// memory does not grow with it.
@Configuration(proxyBeanMethods = false)
class MultipartFolder {
  private static final long WORDS = 1 << 16;

  @Bean
  MultipartConfigElement multipartConfig(
      DataFolder folder,
      @Value("${lumina.max-upload-mb}") long maxUploadMb,
      @Value("${lumina.max-video-mb}") long maxVideoMb) {
    // The path is absolute: Tomcat resolves a relative one in its own temporary folder.
    long largest = Math.max(maxUploadMb, maxVideoMb) << 20;
    return new MultipartConfigElement(folder.incoming().toString(), largest, largest + WORDS, 0);
  }
}
