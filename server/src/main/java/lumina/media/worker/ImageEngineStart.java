package lumina.media.worker;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import lumina.storage.DataFolder;
import lumina.storage.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Starts the image engine in parallel with the rest of the application, and waits for it before
/// the first request is accepted.
@Configuration(proxyBeanMethods = false)
class ImageEngineStart {
  private static final Logger log = LoggerFactory.getLogger(ImageEngineStart.class);

  @Bean
  ImageEngine imageEngine(DataFolder folder) {
    return new ImageEngine(folder.cache(), folder.workers());
  }

  /// Commands start the engine themselves if they need it.
  @Bean
  @ConditionalOnWebApplication
  SmartInitializingSingleton imageEngineStarted(ImageEngine engine) {
    CompletableFuture<Void> started = CompletableFuture.runAsync(engine::start);
    return () -> {
      try {
        started.join();
        log.info("Image engine started: {}", engine.description());
      } catch (CompletionException e) {
        throw e.getCause() instanceof EngineUnavailable refusal
            ? new StartRefused(String.valueOf(refusal.getMessage()))
            : e;
      }
    };
  }
}
