import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Measures Home of a person with 500 friends among 100,000 photos: the first page, and the
/// thousandth. Run it through `bin/bench home`.
class Home {
  private static final int PORT = 18_082;
  private static final int PEOPLE = 700;
  private static final int FRIENDS = 500;
  private static final int PHOTOS = 100_000;
  private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");
  private static Running server;

  public static void main(String[] arguments) throws Exception {
    Path app = Path.of(arguments[0]);
    Path data = Files.createTempDirectory("lumina-home");
    server = start(app, data);
    String viewer = server.signUp();
    server.stop();
    fill(data.resolve("lumina.db"));
    server = start(app, data);
    server.as(viewer);
    String first = "/api/photos?scope=home&limit=50";
    String thousandth = walk(first, 1_000);
    measure(first, 300); // warms up
    System.out.println("| Home with 500 friends and 100,000 photos | median (ms) | p95 (ms) |");
    System.out.println("| --- | ---: | ---: |");
    report("the first page", measure(first, 300));
    report("the thousandth page", measure(thousandth, 300));
    server.stop();
  }

  private static void report(String figure, long[] micros) {
    System.out.printf(
        "| %s | %.1f | %.1f |%n",
        figure, micros[micros.length / 2] / 1e3, micros[micros.length * 95 / 100] / 1e3);
  }

  private static Running start(Path app, Path data) throws Exception {
    Map<String, String> settings = Map.of("LUMINA_DATA", data.toString());
    return Running.start(app, PORT, settings);
  }

  /// Only rows: Home reads no files.
  private static void fill(Path database) throws Exception {
    Random random = new Random(1);
    try (Connection sql = DriverManager.getConnection("jdbc:sqlite:" + database)) {
      sql.setAutoCommit(false);
      PreparedStatement person =
          sql.prepareStatement(
              "INSERT INTO users (username, email, password_hash, created_at) VALUES (?, ?, '', 0)");
      PreparedStatement friend = sql.prepareStatement("INSERT INTO friendships VALUES (?, ?, 0)");
      PreparedStatement photo =
          sql.prepareStatement(
              """
              INSERT INTO photos (sort_key, photo_id, user_id, topic, topic_key, audience, format)
              VALUES (?, ?, ?, 'Sea', 'sea', ?, 'JPEG')
              """);
      PreparedStatement item =
          sql.prepareStatement(
              """
              INSERT INTO photo_items (photo_id, caption, tags, bytes, width, height, placeholder)
              VALUES (?, 'A day', '', 1, 3, 2, 'AAAA')
              """);
      for (int i = 2; i <= PEOPLE + 1; i++) {
        Running.batch(person, "p" + i, "p" + i + "@x");
      }
      person.executeBatch();
      for (int i = 2; i <= FRIENDS + 1; i++) {
        Running.batch(friend, 1, i);
        Running.batch(friend, i, 1);
      }
      friend.executeBatch();
      String[] audiences = {"public", "public", "friends", "private"};
      for (int i = 0; i < PHOTOS; i++) {
        long time = 1_700_000_000_000L + i * 1_000L;
        String audience = audiences[random.nextInt(audiences.length)];
        int owner = 2 + random.nextInt(PEOPLE);
        Running.batch(photo, time << 20 | i, "%032x".formatted(i), owner, audience);
        Running.batch(item, "%032x".formatted(i));
      }
      photo.executeBatch();
      item.executeBatch();
      sql.commit();
    }
  }

  private static String walk(String first, int pages) throws Exception {
    String path = first;
    int walked = 1;
    for (; walked < pages; walked++) {
      Matcher next = NEXT.matcher(server.get(path).headers().firstValue("Link").orElse(""));
      if (!next.find()) {
        break;
      }
      path = next.group(1);
    }
    if (walked < pages) {
      throw new IllegalStateException("there are " + walked + " pages only");
    }
    return path;
  }

  private static long[] measure(String path, int times) throws Exception {
    long[] micros = new long[times];
    for (int i = 0; i < times; i++) {
      long begin = System.nanoTime();
      server.get(path);
      micros[i] = (System.nanoTime() - begin) / 1_000;
    }
    java.util.Arrays.sort(micros);
    return micros;
  }
}
