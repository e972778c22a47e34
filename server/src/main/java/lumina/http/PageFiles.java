package lumina.http;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/// Serves the web client: `/assets/**` have a content hash in their names and are cached for a
/// year, other files are revalidated. A path that is not a file is a route of the client.
@Configuration(proxyBeanMethods = false)
class PageFiles implements WebMvcConfigurer {
  private static final String CLIENT = "classpath:/static/";

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations(CLIENT + "assets/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    registry
        .addResourceHandler("/**")
        .addResourceLocations(CLIENT)
        .setCacheControl(CacheControl.noCache())
        .resourceChain(true)
        .addResolver(new AddressOfClient());
  }

  private static class AddressOfClient extends PathResourceResolver {
    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
      Resource file = super.getResource(path, location);
      return file == null && isAddress(path) ? IndexPage.FILE : file;
    }

    /// Usernames in client routes may contain dots; such routes are never at the top level, where
    /// files are. Metrics are on a port of their own.
    private static boolean isAddress(String path) {
      return !path.startsWith("api/")
          && !path.startsWith("assets/")
          && !path.equals("metrics")
          && (path.contains("/") || !path.contains("."));
    }
  }
}
