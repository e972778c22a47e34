package lumina.check;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lumina.account.profile.ProfilePictures;
import lumina.blob.BlobStore;
import lumina.check.stored.StoredFile;
import lumina.check.stored.StoredFiles;
import lumina.photo.PhotoRows;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Checks that each file is where Lumina finds it, and belongs to a photo or is somebody's profile
/// picture. Files of the last hour may belong to an upload that is not finished.
@Component
@ConditionalOnNotWebApplication
class OrphanInspection implements Inspection {
  private static final Duration GRACE = Duration.ofHours(1);
  private static final int BATCH_SIZE = 1_000;

  private final StoredFiles files;
  private final PhotoRows rows;
  private final JdbcClient sql;
  private final BlobStore blobs;
  private final Clock clock;

  /// @param clock that of the machine, which sets the times of files
  OrphanInspection(
      StoredFiles files,
      PhotoRows rows,
      JdbcClient sql,
      BlobStore blobs,
      @Qualifier("clock") Clock clock) {
    this.files = files;
    this.rows = rows;
    this.sql = sql;
    this.blobs = blobs;
    this.clock = clock;
  }

  @Override
  public String subject() {
    return "files";
  }

  @Override
  public void inspect(Findings findings) throws IOException {
    Instant old = clock.instant().minus(GRACE);
    List<StoredFile> photos = new ArrayList<>();
    List<StoredFile> pictures = new ArrayList<>();
    files.each(
        new StoredFiles.Taker() {
          @Override
          public void take(StoredFile file) {
            if (file.time().isAfter(old)) {
              return;
            }
            if (file.key() == null) {
              orphan(file, findings);
            } else {
              (file.isOfPhoto() ? photos : pictures).add(file);
            }
            if (photos.size() == BATCH_SIZE) {
              inspectPhotos(photos, findings);
              photos.clear();
            }
          }

          @Override
          public void takeUnreadable(String path, IOException failed) {
            findings.addFailure(
                "%s cannot be read".formatted(path),
                "mend that, or restore it from a backup",
                failed);
          }
        });
    inspectPhotos(photos, findings);
    inspectPictures(pictures, findings);
  }

  private void inspectPhotos(List<StoredFile> some, Findings findings) {
    Set<String> known = known(some.stream().map(StoredFile::photoId).collect(Collectors.toSet()));
    for (StoredFile file : some) {
      if (!known.contains(file.photoId())) {
        orphan(file, findings);
      }
    }
  }

  /// Photos in the index, and those that a server is about to delete.
  private Set<String> known(Set<String> ids) {
    Set<String> known = new HashSet<>(rows.present(ids));
    if (known.size() < ids.size()) {
      known.addAll(
          sql.sql("SELECT photo_id FROM unsettled_photos WHERE photo_id IN (:ids)")
              .param("ids", ids)
              .query((row, n) -> row.getString(1))
              .list());
    }
    return known;
  }

  private void inspectPictures(List<StoredFile> pictures, Findings findings) {
    Set<String> named = ProfilePictures.keys(sql);
    pictures.stream()
        .filter(file -> !named.contains(file.key()))
        .forEach(file -> orphan(file, findings));
  }

  /// An original without a row may be all that is left of a photo, so a person decides.
  private void orphan(StoredFile file, Findings findings) {
    String sentence = "The file %s belongs to nothing in the database.".formatted(file.path());
    String key = file.key();
    if (key == null) {
      findings.add(
          "Lumina does not look for the file %s: move it to its place, or delete it yourself."
              .formatted(file.path()));
    } else if (file.isOriginal()) {
      findings.add(
          sentence + " Its photo may be lost: restore a backup, or delete the file yourself.");
    } else {
      findings.addMendable(sentence, () -> blobs.delete(List.of(key)));
    }
  }
}
