package lumina;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import lumina.stores.CloudStores;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/// Gives a test server an empty data folder, empty stores of the tested backend and small limits.
/// Deletes the folder at the end.
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
            "lumina.slow-client-seconds=1")
        .and(stores())
        .applyTo(context);
  }

  private static Map<String, String> stores() {
    if (!System.getProperty("lumina.test.backend", "local").equals("dynamodb")) {
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
