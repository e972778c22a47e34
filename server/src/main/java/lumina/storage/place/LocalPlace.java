package lumina.storage.place;

import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import lumina.id.TimeOrderedId;
import lumina.storage.DataFolder;
import lumina.storage.LocalBackend;
import lumina.storage.StartRefused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Checks at every start whether the database and the image files belong together: both hold the
/// same place id. An unmounted disk looks like an empty folder, and must not be served as a new
/// place, or written to.
@Component
@LocalBackend
public class LocalPlace {
  /// The file beside the image files that holds the id.
  public static final String MARK = "place";

  private final JdbcClient sql;
  private final DataFolder folder;
  private final boolean lookOnly;
  private final String required;

  /// @param lookOnly whether nothing may be written: a server may be running
  /// @param required the id of the place that has to be here, empty for any
  LocalPlace(
      JdbcClient sql,
      DataFolder folder,
      @Value("${storage.look-only:false}") boolean lookOnly,
      @Value("${lumina.place-id:}") String required) {
    this.sql = sql;
    this.folder = folder;
    this.lookOnly = lookOnly;
    this.required = required;
  }

  private record Known(String placeId, boolean settled) {}

  /// @throws StartRefused if files are missing as a whole
  @PostConstruct
  void check() {
    Optional<Known> known = known();
    if (!required.isEmpty() && !known.map(Known::placeId).equals(Optional.of(required))) {
      throw new StartRefused(
          "The place %s (PLACE_ID) is not in %s: is its disk mounted? Check LUMINA_DATA, or remove PLACE_ID."
              .formatted(required, folder.root()));
    }
    Optional<String> files = read();
    if (known.isPresent() && known.get().settled()) {
      requireFiles(known.get(), files);
    } else {
      requireNoOthers(known, files);
      settle(known);
    }
  }

  private void requireFiles(Known known, Optional<String> files) {
    if (files.isEmpty()) {
      throw new StartRefused(
          "The image files of %s are gone: %s is not the folder that belongs to the database. Mount its disk, or restore a backup."
              .formatted(folder.root(), folder.images()));
    }
    if (!files.get().equals(known.placeId())) {
      throw new StartRefused(
          "The image files in %s belong to another place (%s) than the database (%s): check LUMINA_DATA and what is mounted there."
              .formatted(folder.images(), files.get(), known.placeId()));
    }
  }

  /// Before a place has its id, its files can only be recognised by people who are in the database.
  private void requireNoOthers(Optional<Known> known, Optional<String> files) {
    boolean others =
        files.isPresent()
            ? !files.equals(known.map(Known::placeId))
            : isEmpty() && Files.isDirectory(folder.images().resolve("photos"));
    if (others) {
      throw new StartRefused(
          "There are image files in %s but their database is gone: put lumina.db back, or restore a backup into an empty folder."
              .formatted(folder.images()));
    }
  }

  private boolean isEmpty() {
    return sql.sql("SELECT count(*) FROM users").query(Long.class).single() == 0;
  }

  private Optional<Known> known() {
    try {
      return sql.sql("SELECT place_id, settled FROM place")
          .query((row, n) -> new Known(row.getString(1), row.getBoolean(2)))
          .optional();
    } catch (DataAccessResourceFailureException unreadable) {
      throw unreadable;
    } catch (DataAccessException notMigrated) {
      throw new StartRefused(
          "There is no database of this version in %s (%s): check LUMINA_DATA, or start the server once."
              .formatted(folder.root(), notMigrated.getMessage()));
    }
  }

  private void settle(Optional<Known> known) {
    if (lookOnly) {
      return;
    }
    if (known.isEmpty()) {
      sql.sql("INSERT INTO place (one, place_id, settled) VALUES (1, :id, 0)")
          .param("id", TimeOrderedId.at(System.currentTimeMillis()))
          .update();
    }
    write(known().orElseThrow().placeId());
    sql.sql("UPDATE place SET settled = 1").update();
  }

  private Path mark() {
    return folder.images().resolve(MARK);
  }

  private Optional<String> read() {
    try {
      return Files.exists(mark()) ? Optional.of(Files.readString(mark())) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String placeId) {
    try {
      Path draft = Files.createTempFile(folder.images(), MARK, "");
      Files.writeString(draft, placeId);
      Files.move(draft, mark(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
