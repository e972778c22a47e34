package lumina.media.worker;

import lumina.media.ffmpeg.Ffmpeg;
import lumina.storage.DataFolder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ConfigurableApplicationContext;
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

  /// Starts the engine when Lumina accepts requests: its first worker needs a third of a second of
  /// a processor, which the start itself needs more urgently. The first pictures wait for it.
  /// Without an engine Lumina ends.
  @Component
  @ConditionalOnWebApplication
  static final class WithServer implements DisposableBean {
    private final ImageEngine engine;
    private final ConfigurableApplicationContext server;
    private volatile @Nullable Thread starting;

    WithServer(ImageEngine engine, ConfigurableApplicationContext server) {
      this.engine = engine;
      this.server = server;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
      starting = Thread.ofPlatform().name("image-engine").start(this::startEngine);
    }

    private void startEngine() {
      try {
        engine.start();
        log.info("Image engine started: {}", engine.description());
      } catch (EngineUnavailable refused) {
        log.error("Lumina ends: {}", refused.getMessage());
        var _ =
            Thread.ofPlatform().start(() -> System.exit(SpringApplication.exit(server, () -> 1)));
      }
    }

    /// Nothing is unpacked into a folder that its process has left.
    @Override
    public void destroy() throws InterruptedException {
      Thread unpacking = starting;
      if (unpacking != null) {
        unpacking.join();
      }
    }
  }
}
