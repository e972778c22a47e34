package lumina.person;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lumina.account.Me;
import lumina.account.UserStore;
import lumina.account.Viewer;
import lumina.blob.Blob;
import lumina.http.AnswerCut;
import lumina.photo.OwnPhotos;
import lumina.photo.PhotoJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Everything that a person has here, as a zip: originals as they were uploaded, and JSON.
///
/// It is written as it is read, one file at a time.
@Component
class TakeAway {
  private static final Logger log = LoggerFactory.getLogger(TakeAway.class);
  private static final Map<String, String> TABLES = new LinkedHashMap<>();

  static {
    TABLES.put(
        "friends.json",
        """
        SELECT u.id, u.username, f.since FROM friendships f JOIN users u ON u.id = f.friend_id
        WHERE f.user_id = :user ORDER BY u.username
        """);
    TABLES.put(
        "comments.json",
        """
        SELECT photo_id, text, created_at FROM comments WHERE user_id = :user ORDER BY sequence
        """);
    TABLES.put(
        "likes.json",
        "SELECT photo_id, liked_at FROM photo_likes WHERE user_id = :user ORDER BY sequence");
    TABLES.put(
        "messages.json",
        """
        SELECT a.username AS from_username, b.username AS to_username, m.text, m.photo_id, m.timestamp
        FROM messages m JOIN users a ON a.id = m.from_id JOIN users b ON b.id = m.to_id
        WHERE (m.smaller_id = :user OR m.larger_id = :user) AND m.deleted = 0 ORDER BY m.sequence
        """);
  }

  private final UserStore users;
  private final OwnPhotos photos;
  private final JdbcClient sql;
  private final JsonMapper json;

  TakeAway(UserStore users, OwnPhotos photos, JdbcClient sql, JsonMapper json) {
    this.users = users;
    this.photos = photos;
    this.sql = sql;
    this.json = json;
  }

  void write(Viewer viewer, OutputStream out) throws IOException {
    // Not closed when something fails: that would make half of it look whole.
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.setLevel(Deflater.NO_COMPRESSION); // photos are compressed already
    entry(zip, "account.json", Me.of(users.require(viewer.userId())));
    for (Map.Entry<String, String> table : TABLES.entrySet()) {
      entry(
          zip,
          table.getKey(),
          sql.sql(table.getValue()).param("user", viewer.userId()).query().listOfRows());
    }
    List<PhotoJson> words = new ArrayList<>();
    photos.each(
        viewer,
        photo -> {
          words.add(photo.words());
          if (photo.file().isPresent()) {
            file(zip, "photos/" + photo.name(), photo.file().get());
          }
        });
    entry(zip, "photos.json", words);
    zip.finish();
  }

  private void entry(ZipOutputStream zip, String name, Object value) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(value));
    zip.closeEntry();
  }

  private static void file(ZipOutputStream zip, String name, Blob file) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    try (InputStream bytes = file.bytes()) {
      bytes.transferTo(zip);
    } catch (IOException brokenOff) {
      log.warn("Somebody's photos could not be taken along to the end", brokenOff);
      throw new AnswerCut();
    }
    zip.closeEntry();
  }
}
