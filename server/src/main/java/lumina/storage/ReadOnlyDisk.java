package lumina.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/// Lets a server only read (`storage.read-only`) if the disk of its data folder is full or
/// read-only when it starts: people see what is there, changes are answered 503, and no job runs.
/// It does so until the next start.
public class ReadOnlyDisk implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static final Logger log = LoggerFactory.getLogger(ReadOnlyDisk.class);

  /// What a start writes, with some reserve.
  private static final long ROOM = 4 << 20;

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    ConfigurableEnvironment settings = context.getEnvironment();
    boolean serves = context instanceof WebServerApplicationContext;
    if ((serves || settings.getProperty("storage.look-only", boolean.class, false))
        && isFound(settings)) {
      settings
          .getPropertySources()
          .addFirst(new MapPropertySource("disk", Map.of("storage.read-only", "true")));
      if (serves) {
        context.getBeanFactory().registerSingleton("offline", this);
        log.warn(
            "The disk of {} is full or read-only: Lumina shows what is there and refuses changes. Mend the disk, then start Lumina again.",
            data(settings).toAbsolutePath().normalize());
      }
    }
  }

  /// Whether these settings name a place whose disk takes nothing.
  public static boolean isFound(Environment settings) {
    Path data = data(settings);
    return settings.getRequiredProperty("storage.backend").equals("local")
        && Files.exists(data.resolve("lumina.db"))
        && (room(data) < ROOM || !canBeWritten(data));
  }

  private static Path data(Environment settings) {
    return Path.of(settings.getRequiredProperty("lumina.data"));
  }

  private static long room(Path data) {
    try {
      return Files.getFileStore(data).getUsableSpace();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look at the disk of " + data, e);
    }
  }

  /// A folder of somebody else is a mistake, which [DataFolder] refuses.
  private static boolean canBeWritten(Path data) {
    try {
      Files.delete(Files.createTempFile(data, "start", ""));
      return true;
    } catch (AccessDeniedException ofSomebodyElse) {
      return true;
    } catch (IOException readOnly) {
      return false;
    }
  }
}
