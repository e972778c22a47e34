package lumina;

import static org.springframework.test.context.support.TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import lumina.stores.CloudStores;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.util.FileSystemUtils;

/// Gives a test server an empty data folder, empty stores of the tested backend, and small limits;
/// since every test signs up its own people, hashes cost next to nothing, and an hour may bring any
/// number of accounts. Deletes the folder at the end.
class FreshData implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  @Override
  public void initialize(ConfigurableApplicationContext context) {
    Path data = newFolder();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(data.toFile())));
    TestPropertyValues.of(
            "lumina.data=" + data,
            "lumina.max-upload-mb=8",
            "lumina.max-video-mb=8",
            "lumina.slow-client-seconds=1",
            "lumina.password-hash-kib=64",
            "lumina.sign-ups-an-hour=100000",
            "lumina.metrics.port=0",
            "lumina.metrics.seconds=1")
        .and(stores())
        .applyTo(context);
    preferSettingsOfTheTest(context.getEnvironment().getPropertySources());
    ((GenericApplicationContext) context).registerBean(SmallSendBuffer.class);
  }

  private static void preferSettingsOfTheTest(MutablePropertySources all) {
    PropertySource<?> own = all.remove(INLINED_PROPERTIES_PROPERTY_SOURCE_NAME);
    if (own != null) {
      all.addFirst(own);
    }
  }

  /// The kernel keeps little of what a client does not take: by default four megabytes, before
  /// which nobody is slow.
  static class SmallSendBuffer
      implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
      factory.addConnectorCustomizers(
          connector -> connector.setProperty("socket.txBufSize", "65536"));
    }
  }

  private static Map<String, String> stores() {
    if (!CloudStores.areTested()) {
      return Map.of();
    }
    Map<String, String> environment = CloudStores.environment();
    CloudStores.announce();
    return environment;
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("lumina-test-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
