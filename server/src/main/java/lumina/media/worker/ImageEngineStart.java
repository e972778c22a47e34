package lumina.media.worker;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import lumina.media.ffmpeg.Ffmpeg;
import lumina.storage.DataFolder;
import lumina.storage.StartRefused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Makes the image engine; commands start it themselves if they need it.
@Configuration(proxyBeanMethods = false)
class ImageEngineStart {
  private static final Logger log = LoggerFactory.getLogger(ImageEngineStart.class);

  @Bean
  ImageEngine imageEngine(DataFolder folder) {
    return new ImageEngine(folder.cache(), folder.workers());
  }

  /// Unpacks nothing before it is used.
  @Bean
  Ffmpeg ffmpeg(DataFolder folder) {
    return new Ffmpeg(folder.cache());
  }

  /// Starts the engine in parallel with the rest of the application, and waits for it before the
  /// first request is accepted. No start waits for HEIC.
  ///
  /// It is a customizer of the web server because these are created before nearly all else.
  @Component
  @ConditionalOnWebApplication
  static final class WithServer
      implements WebServerFactoryCustomizer<ConfigurableWebServerFactory>,
          SmartInitializingSingleton,
          DisposableBean {
    private final ImageEngine engine;
    private final CompletableFuture<Void> started;
    private volatile @Nullable Thread trying;

    WithServer(ImageEngine engine) {
      this.engine = engine;
      this.started = CompletableFuture.runAsync(engine::start);
    }

    @Override
    public void customize(ConfigurableWebServerFactory nothing) {}

    @Override
    public void afterSingletonsInstantiated() {
      try {
        started.join();
      } catch (CompletionException e) {
        throw e.getCause() instanceof EngineUnavailable refusal
            ? new StartRefused(String.valueOf(refusal.getMessage()))
            : e;
      }
    }

    @EventListener(ApplicationReadyEvent.class)
    void tryHeic() {
      trying =
          Thread.startVirtualThread(
              () -> log.info("Image engine started: {}", engine.description()));
    }

    /// Nothing is unpacked into a folder that its process has left.
    @Override
    public void destroy() throws InterruptedException {
      Thread unpacking = trying;
      if (unpacking != null) {
        unpacking.join();
      }
    }
  }
}
