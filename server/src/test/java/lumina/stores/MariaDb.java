package lumina.stores;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import lumina.process.OnceMade;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/// A MariaDB server for the tests, from the distribution's package: on a free port, with a
/// password, as strict as MySQL 8, and stopped when the JVM ends. Each caller gets its own
/// database.
public final class MariaDb {
  public static final String USER = "lumina";
  public static final String PASSWORD = "not secret";

  /// A fresh installation; creating it takes seconds, copying it does not.
  private static final OnceMade TEMPLATE = OnceMade.named("mariadb");

  private static final String STRICT =
      "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
          + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";
  private static final long ROOM = 1L << 30;
  private static @Nullable MariaDb running;

  private final AtomicInteger databases = new AtomicInteger();
  private final Path folder;
  private final int port;
  private @Nullable Process process;

  private MariaDb(Path folder, int port) {
    this.folder = folder;
    this.port = port;
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stop();
                  FileSystemUtils.deleteRecursively(folder.toFile());
                }));
  }

  /// The one server of this JVM; the first call starts it.
  public static synchronized MariaDb shared() {
    if (running == null) {
      running = another();
    }
    return running;
  }

  /// A server that a test may stop without harm to other tests.
  public static MariaDb another() {
    try {
      Path template = TEMPLATE.unless(() -> Files.exists(TEMPLATE.path()), MariaDb::install);
      Path folder = Files.createTempDirectory(memory(), "mariadb-");
      FileSystemUtils.copyRecursively(template, folder.resolve("data"));
      MariaDb server = new MariaDb(folder, FreePort.find());
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "MariaDB did not start; is it there? apt-get install mariadb-server", e);
    }
  }

  public int port() {
    return port;
  }

  /// Creates an empty database and returns its name.
  public String newDatabase() {
    String name = "lumina_" + databases.incrementAndGet();
    sql("").sql("CREATE DATABASE " + name).update();
    return name;
  }

  /// Access without the application, to one database or to none.
  public JdbcClient sql(String database) {
    return JdbcClient.create(source(database));
  }

  public DataSource source(String database) {
    return new DriverManagerDataSource(
        "jdbc:mysql://127.0.0.1:%d/%s?sslMode=DISABLED&sessionVariables=time_zone='%%2B00:00'"
            .formatted(port, database),
        USER,
        PASSWORD);
  }

  /// The settings with which Lumina uses a database of this server.
  ///
  /// @param others additional settings, or replacements, as `name=value`
  public String[] settings(String database, String... others) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("storage.backend", "dynamodb");
    settings.put("storage.mysql.host", "127.0.0.1");
    settings.put("storage.mysql.port", String.valueOf(port));
    settings.put("storage.mysql.user", USER);
    settings.put("storage.mysql.password", PASSWORD);
    settings.put("storage.mysql.name", database);
    settings.put("storage.patience-seconds", "0");
    for (String other : others) {
      int end = other.indexOf('=');
      settings.put(other.substring(0, end), other.substring(end + 1));
    }
    return settings.entrySet().stream().map(String::valueOf).toArray(String[]::new);
  }

  /// A folder in memory, if it has room: twenty times as fast for short-lived tables. In a
  /// container it often has 64 MB, which is not enough.
  private static Path memory() throws IOException {
    Path shared = Path.of("/dev/shm");
    return Files.isWritable(shared) && Files.getFileStore(shared).getUsableSpace() > ROOM
        ? shared
        : Path.of(System.getProperty("java.io.tmpdir"));
  }

  private static void install(Path fresh) throws IOException {
    Process install =
        new ProcessBuilder(
                "mariadb-install-db",
                "--no-defaults",
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                "--innodb-log-file-size=4M",
                "--user=" + System.getProperty("user.name"),
                "--datadir=" + fresh)
            .redirectErrorStream(true)
            .start();
    String said = new String(install.getInputStream().readAllBytes(), UTF_8);
    if (install.onExit().join().exitValue() != 0) {
      throw new IOException(said);
    }
  }

  /// Starts or restarts the server on the same port, with its data.
  public void start() throws IOException {
    Path users = folder.resolve("users.sql");
    Files.writeString(
        users,
        """
        CREATE USER IF NOT EXISTS '%1$s'@'127.0.0.1' IDENTIFIED BY '%2$s';
        GRANT ALL ON *.* TO '%1$s'@'127.0.0.1' WITH GRANT OPTION;
        """
            .formatted(USER, PASSWORD));
    process =
        new ProcessBuilder(
                "mariadbd",
                "--no-defaults",
                "--user=" + System.getProperty("user.name"),
                "--datadir=" + folder.resolve("data"),
                "--socket=" + folder.resolve("socket"),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--init-file=" + users,
                "--sql-mode=" + STRICT,
                "--skip-log-bin",
                "--innodb-log-file-size=4M",
                "--innodb-buffer-pool-size=128M",
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-doublewrite=0")
            .redirectErrorStream(true)
            .start();
    awaitReady(process);
  }

  private static void awaitReady(Process process) throws IOException {
    StringBuilder said = new StringBuilder();
    BufferedReader out = process.inputReader();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.contains("ready for connections")) {
        Thread.ofPlatform().daemon().start(() -> drain(out));
        return;
      }
      said.append(line).append('\n');
    }
    throw new IOException(said.toString());
  }

  private static void drain(BufferedReader out) {
    try (out) {
      var _ = out.transferTo(Writer.nullWriter());
    } catch (IOException ended) {
      return;
    }
  }

  /// Shuts the server down as an administrator would.
  public void stop() {
    if (process != null) {
      process.destroy();
      process.onExit().orTimeout(1, TimeUnit.MINUTES).join();
    }
  }
}
