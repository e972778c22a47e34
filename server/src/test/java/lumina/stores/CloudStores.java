package lumina.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// Everything that Lumina needs in the cloud, on this machine, for the lifetime of this JVM.
public final class CloudStores {
  private static final AtomicInteger BUCKETS = new AtomicInteger();

  private CloudStores() {}

  /// Started when it is first needed.
  private static final class S3 {
    static final S3Server SERVER = start();

    private static S3Server start() {
      S3Server server = S3Server.start();
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      return server;
    }
  }

  /// Whether the tests run on these stores, and not on one machine.
  public static boolean areTested() {
    return System.getProperty("lumina.test.backend", "local").equals("dynamodb");
  }

  /// The settings of a Lumina on empty stores of its own.
  public static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(DynamoDbLocal.shared().newTables());
    environment.put("STORAGE_CREATE", "true");
    MariaDb mariaDb = MariaDb.shared();
    environment.put("DB_HOST", "127.0.0.1");
    environment.put("DB_PORT", Integer.toString(mariaDb.port()));
    environment.put("DB_USER", MariaDb.USER);
    environment.put("DB_PASSWORD", MariaDb.PASSWORD);
    environment.put("DB_NAME", mariaDb.newDatabase());
    environment.put("AWS_ENDPOINT_URL_S3", S3.SERVER.endpoint().toString());
    environment.put("AWS_ACCESS_KEY_ID", S3.SERVER.accessKey());
    environment.put("AWS_SECRET_ACCESS_KEY", S3.SERVER.secretKey());
    environment.put("S3_PATH_STYLE", "true");
    environment.put("S3_BUCKET", "lumina-" + BUCKETS.incrementAndGet());
    environment.put("REDIS_URL", newRedis().url());
    return environment;
  }

  /// A Redis for each Lumina: in a shared one the counts of rate limits would add up.
  private static Redis newRedis() {
    Redis redis = Redis.start();
    Runtime.getRuntime().addShutdownHook(new Thread(redis::close));
    return redis;
  }

  /// Lets the SDK of this JVM find the stores; the SDK does not read the settings of a Lumina.
  public static void announce() {
    DynamoDbLocal.shared().announce();
    System.setProperty("aws.endpointUrlS3", S3.SERVER.endpoint().toString());
    System.setProperty("aws.accessKeyId", S3.SERVER.accessKey());
    System.setProperty("aws.secretAccessKey", S3.SERVER.secretKey());
  }

  /// Starts the stores, writes the settings as shell variables to the named file, and runs until it
  /// is killed.
  public static void main(String[] args) throws IOException, InterruptedException {
    String lines =
        environment().entrySet().stream()
            .map(it -> "%s='%s'\n".formatted(it.getKey(), it.getValue()))
            .sorted()
            .collect(Collectors.joining());
    Path file = Path.of(args[0]).toAbsolutePath();
    Path unfinished = Files.writeString(file.resolveSibling("unfinished"), lines);
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    new CountDownLatch(1).await();
  }
}
