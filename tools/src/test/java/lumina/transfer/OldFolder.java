package lumina.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lumina.Answer;
import lumina.Person;
import lumina.account.Token;
import lumina.cli.Served;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/// A folder as Lumina left it before migration 34, and what its first person sees of it.
final class OldFolder {
  private static final String BEFORE = "33";
  private static final String TOKEN = "a-token-of-old";
  private static final String PHOTO = "/api/photos/018bcfe568017" + "0".repeat(18) + "1";

  private static final List<String> LISTS =
      List.of(
          PHOTO + "/comments?limit=20",
          PHOTO + "/likes?limit=2",
          "/api/notifications?limit=4",
          "/api/conversations?limit=1",
          "/api/messages?user_id=2&limit=5",
          "/api/messages?user_id=2&after=1700000000000",
          "/api/photos?scope=all&limit=200");

  private OldFolder() {}

  static void make(Path folder, String... statements) throws SQLException, IOException {
    Flyway.configure()
        .dataSource(address(folder), null, null)
        .locations("classpath:db/sqlite")
        .target(BEFORE)
        .load()
        .migrate();
    execute(folder, statements);
  }

  static void signIn(Path folder, long person) throws SQLException, IOException {
    long now = System.currentTimeMillis();
    execute(
        folder,
        "INSERT INTO sessions VALUES ('%s', %d, %d, %d, 'a browser')"
            .formatted(Token.hash(TOKEN), person, now, now));
  }

  static void execute(Path folder, String... statements) throws SQLException, IOException {
    try (Connection database = DriverManager.getConnection(address(folder));
        Statement statement = database.createStatement()) {
      for (String change : statements) {
        statement.execute(change);
      }
    }
  }

  static String address(Path folder) {
    return "jdbc:sqlite:" + folder.resolve("lumina.db");
  }

  /// The pages of each list, with the cursor that each names, by their addresses.
  static Map<String, String> pages(Served server) {
    Person person = new Person(server.address(), "p1", 1, "session=" + TOKEN);
    Map<String, String> pages = new LinkedHashMap<>();
    for (String list : LISTS) {
      for (@Nullable String next = list; next != null; ) {
        Answer page = person.get(next).expect(200);
        pages.put(next, page.text());
        next = page.next();
      }
    }
    return pages;
  }
}
