package lumina.stores;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import lumina.Lumina;
import lumina.Person;
import lumina.storage.StoreCheck;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/// A Lumina in this JVM, with [Faults] in front of each of its stores. Tests share it one after the
/// other ([ResourceLock] of [#NAME]), and repair what they broke.
public final class FragileLumina {
  public static final String NAME = "FragileLumina";

  private static @Nullable FragileLumina running;

  public final Faults mySql;
  public final Faults dynamoDb;
  public final Faults s3;
  public final Faults redis;
  public final CloudWeather weather = new CloudWeather();
  private final Map<String, String> stores;
  private final ConfigurableApplicationContext context;

  private FragileLumina(Map<String, String> stores) throws IOException {
    this.stores = Map.copyOf(stores);
    mySql = Faults.before(Integer.parseInt(stores.get("DB_PORT")));
    dynamoDb = beforeService(requireNonNull(stores.get("AWS_ENDPOINT_URL_DYNAMODB")));
    s3 = beforeService(requireNonNull(stores.get("AWS_ENDPOINT_URL_S3")));
    redis = before(requireNonNull(stores.get("REDIS_URL")));
    Map<String, String> environment = new HashMap<>(stores);
    environment.put("DB_PORT", Integer.toString(mySql.port()));
    environment.put("REDIS_URL", "redis://127.0.0.1:" + redis.port());
    context = start(environment);
  }

  private static Faults before(String address) {
    return Faults.before(URI.create(address).getPort());
  }

  /// The SDK has one address of a service for all Luminas of this JVM.
  private Faults beforeService(String address) {
    Faults faults = before(address);
    weather.redirect(URI.create(address).getPort(), faults.port());
    return faults;
  }

  /// The first call starts it.
  public static synchronized FragileLumina shared() {
    if (running == null) {
      try {
        running = new FragileLumina(CloudStores.environment());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return running;
  }

  private ConfigurableApplicationContext start(Map<String, String> environment) throws IOException {
    Path data = Files.createTempDirectory("lumina-fragile-");
    CloudStores.announce();
    ConfigurableApplicationContext started =
        new SpringApplicationBuilder(Lumina.class)
            .initializers(
                (GenericApplicationContext beans) ->
                    beans.registerBean(ExecutionInterceptor.class, () -> weather))
            .properties(new HashMap<>(environment))
            .run("--server.port=0", "--lumina.data=" + data, "--lumina.password-hash-kib=64");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started, data)));
    return started;
  }

  private static void stop(ConfigurableApplicationContext started, Path data) {
    started.close();
    FileSystemUtils.deleteRecursively(data.toFile());
  }

  /// The settings of the stores themselves, without faults.
  public Map<String, String> stores() {
    return stores;
  }

  public <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  public Person stranger() {
    return Person.stranger(
        Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port")));
  }

  /// Makes all stores available again and waits until Lumina has reconnected, without a restart.
  public void mend() {
    weather.clear();
    mySql.mend();
    dynamoDb.mend();
    s3.mend();
    redis.mend();
    // Not /api/health: its answer may be a second old, from before the fault.
    await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(this::reachesAllStores);
    // The pool does not test a connection that was used half a second ago, although it broke since.
    get(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
  }

  private boolean reachesAllStores() throws Exception {
    for (StoreCheck store : context.getBeansOfType(StoreCheck.class).values()) {
      store.check();
    }
    return true;
  }
}
