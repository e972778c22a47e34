package lumina.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import lumina.account.User;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/// The databases of the SQL stores: tests run on both.
public enum SqlDatabase {
  SQLITE,
  MARIADB;

  private static final Map<SqlDatabase, ConfigurableApplicationContext> STARTED =
      new ConcurrentHashMap<>();

  /// A store or another bean. All tests of this JVM share one database of each kind.
  public <T> T get(Class<T> type) {
    return context().getBean(type);
  }

  private ConfigurableApplicationContext context() {
    return STARTED.computeIfAbsent(this, it -> start(it.settings()));
  }

  private String[] settings() {
    return switch (this) {
      case SQLITE -> new String[] {"storage.backend=local"};
      case MARIADB -> MariaDb.shared().settings(MariaDb.shared().newDatabase());
    };
  }

  /// Creates a person whose name begins with this.
  public User person(String name) {
    return new Rows(context()).person(name);
  }

  /// Runs a transaction of the test itself.
  public TransactionTemplate transaction() {
    return new TransactionTemplate(get(PlatformTransactionManager.class));
  }

  /// Adds a photo under a topic to the index; the later it is added, the newer it is.
  public String photo(User owner, String topic, String audience) {
    return new Rows(context()).photo(owner, topic, audience);
  }

  /// The stores alone, on a migrated database.
  public static ConfigurableApplicationContext start(String... settings) {
    return start(List.of(), settings);
  }

  /// The stores and some additional classes.
  public static ConfigurableApplicationContext start(List<Class<?>> more, String... settings) {
    return new SpringApplicationBuilder(StoresAlone.class)
        .sources(more.toArray(Class<?>[]::new))
        .web(WebApplicationType.NONE)
        .run(
            Stream.concat(Stream.of("lumina.data=" + newFolder()), Stream.of(settings))
                .map(setting -> "--" + setting)
                .toArray(String[]::new));
  }

  private static Path newFolder() {
    try {
      Path folder = Files.createTempDirectory("lumina-stores-");
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
