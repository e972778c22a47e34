import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import lumina.stores.CloudStores;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// Measures Home and Explore on MariaDB and DynamoDB Local with 10,000 photos, and for comparison
/// pages made by table scans as in the application before Lumina, on the same stores in the same
/// run. Run it through `bin/bench cloud`.
class Cloud {
  private static final int PORT = 18_083;
  private static final int PHOTOS = 10_000;
  private static final int PEOPLE = 100;
  private static final int FRIENDS = 50;

  /// As many as wrk.
  private static final int AT_ONCE = 16;

  private static final int WARM_UPS = 25;
  private static final int ROUNDS = 5;
  private static final long SECONDS = 10;

  private static final String WHOLE_TABLE = "whole table";
  private static final Map<String, String> PAGES =
      new TreeMap<>(
          Map.of(
              "Home", "/api/photos?limit=50&scope=home",
              "Explore", "/api/photos?limit=50&scope=all"));

  private static final Map<String, String> settings = new HashMap<>(CloudStores.environment());
  private static DynamoDbClient dynamo;

  public static void main(String[] arguments) {
    int status = 1;
    try {
      measure(Path.of(arguments[0]));
      status = 0;
    } catch (Exception failed) {
      failed.printStackTrace();
    }
    System.exit(status); // threads of the stores would keep this JVM alive
  }

  private static void measure(Path app) throws Exception {
    // DynamoDB Local logs each request, which costs as much as answering it.
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
    CloudStores.announce();
    dynamo = DynamoDbClient.builder().region(Region.of(settings.get("AWS_REGION"))).build();
    settings.put("LUMINA_DATA", Files.createTempDirectory("lumina-cloud").toString());
    Running server =
        Running.start(app, PORT, settings, "-XX:AOTCache=" + app.resolve("lumina.aot"));
    String cookie = server.signUp();
    fillIndex();
    fillItems();
    for (String page : PAGES.values()) {
      requireFull(server.get(page).body());
    }
    for (int i = 0; i < WARM_UPS; i++) {
      measureRound(server, cookie, 1);
    }
    List<Map<String, Double>> rounds = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      rounds.add(measureRound(server, cookie, SECONDS));
    }
    print(rounds);
    server.stop();
  }

  private static void requireFull(byte[] page) {
    if (page.length < 1_000) {
      throw new IllegalStateException("There is nothing on the page");
    }
  }

  /// Pages a second, of each kind.
  private static Map<String, Double> measureRound(Running server, String cookie, long seconds)
      throws Exception {
    Map<String, Double> rates = new HashMap<>();
    rates.put(WHOLE_TABLE, scannedPagesPerSecond(seconds));
    for (Map.Entry<String, String> page : PAGES.entrySet()) {
      rates.put(page.getKey(), Wrk.rate(server.address() + page.getValue(), cookie));
    }
    return rates;
  }

  private static double median(List<Map<String, Double>> rounds, String kind) {
    return Wrk.median(rounds.stream().map(it -> it.get(kind)).toList());
  }

  private static void print(List<Map<String, Double>> rounds) {
    System.out.println("| pages a second, 10,000 photos, median | whole table read | Lumina | times |");
    System.out.println("| --- | ---: | ---: | ---: |");
    double scanned = median(rounds, WHOLE_TABLE);
    for (String page : PAGES.keySet()) {
      double lumina = median(rounds, page);
      System.out.printf("| %s | %.1f | %.0f | %.0f |%n", page, scanned, lumina, lumina / scanned);
    }
  }

  /// Pages of the old design, made by as many people at once as ask for Lumina's.
  private static double scannedPagesPerSecond(long seconds) throws Exception {
    AtomicLong pages = new AtomicLong();
    long begin = System.nanoTime();
    long end = begin + seconds * 1_000_000_000;
    try (var people = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Callable<Void>> all = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        all.add(
            () -> {
              while (System.nanoTime() < end) {
                scannedPage();
                pages.incrementAndGet();
              }
              return null;
            });
      }
      for (var done : people.invokeAll(all)) {
        done.get();
      }
    }
    return pages.get() * 1e9 / (System.nanoTime() - begin);
  }

  /// The minimum for a design without index and sort key: read everything, sort, take the newest.
  private static void scannedPage() {
    long found =
        dynamo
            .scanPaginator(scan -> scan.tableName(settings.get("DYNAMODB_PHOTOS_TABLE")))
            .items()
            .stream()
            .filter(item -> item.get("SK").s().equals("META"))
            .sorted(Comparator.comparing(item -> -Long.parseLong(item.get("created_at").n())))
            .limit(50)
            .count();
    if (found < 50) {
      throw new IllegalStateException("There is nothing on the page");
    }
  }

  private static long timeOf(int photo) {
    return 1_700_000_000_000L + photo * 1_000L;
  }

  private static int ownerOf(int photo) {
    return 2 + photo % PEOPLE;
  }

  private static void fillIndex() throws Exception {
    String address =
        "jdbc:mysql://127.0.0.1:%s/%s?rewriteBatchedStatements=true"
            .formatted(settings.get("DB_PORT"), settings.get("DB_NAME"));
    try (Connection sql =
        DriverManager.getConnection(address, settings.get("DB_USER"), settings.get("DB_PASSWORD"))) {
      PreparedStatement person =
          sql.prepareStatement(
              "INSERT INTO users (id, username, email, password_hash, created_at) VALUES (?, ?, ?, '', 0)");
      PreparedStatement friend = sql.prepareStatement("INSERT INTO friendships VALUES (?, ?, 0)");
      PreparedStatement photo =
          sql.prepareStatement(
              """
              INSERT INTO photos (sort_key, photo_id, user_id, topic, topic_key, audience, format,
                captured, checksum)
              VALUES (?, ?, ?, 'Sea', 'sea', 'public', 'JPEG', 1, sha2(photo_id, 256))
              """);
      for (int i = 2; i < 2 + PEOPLE; i++) {
        Running.batch(person, i, "p" + i, "p" + i + "@x");
        if (i < 2 + FRIENDS) {
          Running.batch(friend, 1, i);
          Running.batch(friend, i, 1);
        }
      }
      for (int i = 0; i < PHOTOS; i++) {
        Running.batch(photo, timeOf(i) << 20 | i, "%032x".formatted(i), ownerOf(i));
      }
      person.executeBatch();
      friend.executeBatch();
      photo.executeBatch();
    }
  }

  private static void fillItems() {
    List<WriteRequest> some = new ArrayList<>();
    for (int i = 0; i < PHOTOS; i++) {
      PutRequest put = PutRequest.builder().item(item(i)).build();
      some.add(WriteRequest.builder().putRequest(put).build());
      if (some.size() == 25 || i == PHOTOS - 1) {
        List<WriteRequest> batch = List.copyOf(some);
        dynamo.batchWriteItem(
            write -> write.requestItems(Map.of(settings.get("DYNAMODB_PHOTOS_TABLE"), batch)));
        some.clear();
      }
    }
  }

  private static Map<String, AttributeValue> item(int photo) {
    String id = "%032x".formatted(photo);
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("PK", AttributeValue.fromS("PHOTO#" + id));
    item.put("SK", AttributeValue.fromS("META"));
    item.put("photo_id", AttributeValue.fromS(id));
    item.put("user_id", AttributeValue.fromN(String.valueOf(ownerOf(photo))));
    item.put("username", AttributeValue.fromS("p" + ownerOf(photo)));
    item.put("topic", AttributeValue.fromS("Sea"));
    item.put("caption", AttributeValue.fromS("A day by the sea, number " + photo));
    item.put("full_key", AttributeValue.fromS("photos/" + id + "_full.jpg"));
    item.put("thumbnail_key", AttributeValue.fromS("photos/" + id + "_thumb.jpg"));
    item.put("likes", AttributeValue.fromN("3"));
    item.put("comment_count", AttributeValue.fromN("0"));
    item.put("created_at", AttributeValue.fromN(String.valueOf(timeOf(photo))));
    item.put("width", AttributeValue.fromN("1200"));
    item.put("height", AttributeValue.fromN("800"));
    item.put("placeholder", AttributeValue.fromS("k+cJDYJ4holLeXefd1h3ldN6b+v1"));
    return item;
  }
}
