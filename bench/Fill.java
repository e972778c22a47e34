import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Fills a data folder with rows of photos, without files: 200 people, 300 topics, for each photo
/// two tags and six words, and a viewer with 50 friends. Run it through `bin/bench fill N DIR`.
///
/// The same number always gives the same data. Prints the name and the password of the viewer.
class Fill {
  private static final int PORT = 18_085;
  private static final int PEOPLE = 200;
  private static final int FRIENDS = 50;
  private static final int TOPICS = 300;
  private static final int TAGS = 1_000;
  private static final int WORDS = 20_000;
  private static final int BATCH = 10_000;
  private static final long FIRST_TIME = 1_600_000_000_000L;

  /// Half of the photos are public, three of ten for friends, the others private.
  private static final String[] AUDIENCES = {
    "public", "public", "public", "public", "public", "friends", "friends", "friends", "private",
    "private"
  };

  private final Connection sql;
  private final Random random = new Random(1);

  private Fill(Connection sql) {
    this.sql = sql;
  }

  public static void main(String[] arguments) throws Exception {
    place(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Path.of(arguments[2]));
    System.out.println("user: " + Running.USER);
    System.out.println("password: " + Running.PASSWORD);
  }

  /// Fills an empty folder with this many photos, and returns the viewer's cookie.
  static String place(Path app, int photos, Path data) throws Exception {
    if (Files.exists(data.resolve("lumina.db"))) {
      throw new IllegalArgumentException(data + " is a place already; please name an empty folder");
    }
    Running server = Running.start(app, PORT, Map.of("LUMINA_DATA", data.toString()));
    String cookie = server.signUp();
    server.stop();
    try (Connection sql = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("lumina.db"));
        Statement quick = sql.createStatement()) {
      quick.execute("PRAGMA synchronous = OFF");
      quick.execute("PRAGMA cache_size = -200000");
      sql.setAutoCommit(false);
      Fill fill = new Fill(sql);
      fill.people();
      fill.photos(photos);
      quick.execute(
          """
          INSERT INTO topic_counts
          SELECT user_id, audience, topic_key, count(*) FROM photos GROUP BY user_id, audience, topic_key
          UNION ALL
          SELECT 0, audience, topic_key, count(*) FROM photos WHERE audience = 'public'
          GROUP BY audience, topic_key
          """);
      sql.commit();
      sql.setAutoCommit(true);
      quick.execute("ANALYZE");
      quick.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    return cookie;
  }

  /// The viewer is person 1; persons 2 to 51 are the viewer's friends.
  private void people() throws Exception {
    try (PreparedStatement person =
            sql.prepareStatement(
                "INSERT INTO users (id, username, email, password_hash, created_at) VALUES (?, ?, ?, '', 0)");
        PreparedStatement friend =
            sql.prepareStatement("INSERT INTO friendships VALUES (?, ?, 0)")) {
      for (int id = 2; id <= PEOPLE; id++) {
        Running.batch(person, id, username(id), username(id) + "@example.org");
        if (id <= FRIENDS + 1) {
          Running.batch(friend, 1, id);
          Running.batch(friend, id, 1);
        }
      }
      person.executeBatch();
      friend.executeBatch();
    }
  }

  private void photos(int photos) throws Exception {
    try (PreparedStatement photo =
            sql.prepareStatement(
                """
                INSERT INTO photos (sort_key, photo_id, user_id, topic, topic_key, audience, format, bytes)
                VALUES (?, ?, ?, ?, ?, ?, 'JPEG', 1)
                """);
        PreparedStatement item =
            sql.prepareStatement(
                """
                INSERT INTO photo_items (photo_id, caption, tags, bytes, width, height, placeholder)
                VALUES (?, ?, ?, 1, 4000, 3000, '1QcSHQRnh493V4dIh4eXh1h4kJUI')
                """);
        PreparedStatement tag = sql.prepareStatement("INSERT OR IGNORE INTO photo_tags VALUES (?, ?)");
        PreparedStatement words =
            sql.prepareStatement("INSERT INTO photo_search (rowid, words) VALUES (?, ?)")) {
      for (int i = 0; i < photos; i++) {
        long time = FIRST_TIME + i * 1_000L;
        long sortKey = time << 20 | random.nextInt(1 << 20);
        String id = "%012x7%03x8%015x".formatted(time, random.nextInt(1 << 12), i);
        int owner = 1 + random.nextInt(PEOPLE);
        String topic = "Topic " + random.nextInt(TOPICS);
        String audience = AUDIENCES[random.nextInt(AUDIENCES.length)];
        String caption =
            IntStream.range(0, 6).mapToObj(_ -> word()).collect(Collectors.joining(" "));
        String[] tags = {"tag" + random.nextInt(TAGS), "tag" + random.nextInt(TAGS)};
        Running.batch(photo, sortKey, id, owner, topic, topic.toLowerCase(), audience);
        Running.batch(item, id, caption, String.join(",", tags));
        Running.batch(tag, tags[0], sortKey);
        Running.batch(tag, tags[1], sortKey);
        String found = String.join(" ", caption, topic.toLowerCase(), username(owner));
        Running.batch(words, sortKey, String.join(" ", found, tags[0], tags[1]));
        if (i % BATCH == BATCH - 1 || i == photos - 1) {
          for (PreparedStatement one : new PreparedStatement[] {photo, item, tag, words}) {
            one.executeBatch();
          }
        }
      }
    }
  }

  /// Few words are frequent and most are rare, as in any language.
  private String word() {
    double skewed = Math.pow(random.nextDouble(), 4);
    return "w" + Integer.toString((int) (skewed * WORDS), 36);
  }

  private static String username(int id) {
    return id == 1 ? Running.USER : "person" + id;
  }
}
