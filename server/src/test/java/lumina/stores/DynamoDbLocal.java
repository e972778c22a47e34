package lumina.stores;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import software.amazon.dynamodb.services.local.main.ServerRunner;

/// Amazon's DynamoDB Local, in the memory of this JVM and on a port of its own.
///
/// It accepts any credentials.
public final class DynamoDbLocal {
  private static final String ACCESS_KEY = "lumina";
  private static final String SECRET_KEY = "only for tests";

  private static @Nullable DynamoDbLocal running;

  private final AtomicInteger callers = new AtomicInteger();
  private final int port;

  private DynamoDbLocal(int port) {
    this.port = port;
  }

  /// The one server of this JVM; the first call starts it.
  public static synchronized DynamoDbLocal shared() {
    if (running == null) {
      running = start();
    }
    return running;
  }

  public URI endpoint() {
    return URI.create("http://localhost:" + port);
  }

  /// Settings with new table names; the tables do not exist yet.
  public Map<String, String> newTables() {
    String prefix = "lumina_" + callers.incrementAndGet();
    return Map.of(
        "STORAGE_BACKEND",
        "dynamodb",
        "AWS_ENDPOINT_URL_DYNAMODB",
        endpoint().toString(),
        "AWS_ACCESS_KEY_ID",
        ACCESS_KEY,
        "AWS_SECRET_ACCESS_KEY",
        SECRET_KEY,
        "AWS_REGION",
        "eu-central-1",
        "DYNAMODB_PHOTOS_TABLE",
        prefix + "_photos",
        "DYNAMODB_COMMENTS_TABLE",
        prefix + "_comments",
        "DYNAMODB_MESSAGES_TABLE",
        prefix + "_messages");
  }

  /// Lets the SDK of this JVM find the server, even if a test has configured another one.
  public void announce() {
    System.setProperty("aws.endpointUrlDynamoDb", endpoint().toString());
    System.setProperty("aws.accessKeyId", ACCESS_KEY);
    System.setProperty("aws.secretAccessKey", SECRET_KEY);
  }

  private static DynamoDbLocal start() {
    try {
      int port = FreePort.find();
      ServerRunner.createServerFromCommandLineArgs(
              new String[] {
                "-inMemory", "-sharedDb", "-disableTelemetry", "-port", Integer.toString(port)
              })
          .start();
      DynamoDbLocal local = new DynamoDbLocal(port);
      local.announce();
      return local;
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local does not start", e);
    }
  }
}
