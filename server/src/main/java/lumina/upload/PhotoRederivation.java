package lumina.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.image.StrippedOriginals;
import lumina.media.DerivedImage;
import lumina.photo.IndexEntry;
import lumina.photo.PendingPhotos;
import lumina.photo.detail.PhotoItems;
import lumina.photo.detail.Picture;
import lumina.photo.detail.StrippedOriginal;
import lumina.storage.Version;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Derives everything from an original again: the derived sizes, the properties of the picture, and
/// the stripped original.
@Component
public class PhotoRederivation {
  private static final int PAGE = 100;

  /// A photo, and the version that made its sizes.
  ///
  /// @param sortKey of it in the index
  /// @param derivedBy that version, see [Version#of]
  public record Derived(long sortKey, String photoId, String derivedBy) {}

  private final JdbcClient sql;
  private final PhotoItems items;
  private final BlobStore blobs;
  private final Decoding decoding;
  private final PendingPhotos pending;

  PhotoRederivation(
      JdbcClient sql, PhotoItems items, BlobStore blobs, Decoding decoding, PendingPhotos pending) {
    this.sql = sql;
    this.items = items;
    this.blobs = blobs;
    this.decoding = decoding;
    this.pending = pending;
  }

  /// Returns some photos after a sort key, oldest first.
  public List<Derived> after(long sortKey) {
    return sql.sql(
            """
            SELECT sort_key, photo_id, derived_by FROM photos
            WHERE sort_key > :after ORDER BY sort_key LIMIT :rows
            """)
        .param("after", sortKey)
        .param("rows", PAGE)
        .query(new DataClassRowMapper<>(Derived.class))
        .list();
  }

  public long count() {
    return sql.sql("SELECT count(*) FROM photos").query(Long.class).single();
  }

  /// @return false if the original, or the photo itself, does not exist
  /// @throws Problem.Invalid if its original is not (or no longer) a picture that Lumina shows:
  ///   then nothing changes
  /// @throws Problem.Unavailable if the image engine cannot decode it now
  public boolean rederive(String photoId) throws IOException {
    IndexEntry photo = entry(photoId);
    Blob found = photo == null ? null : blobs.find(photo.fullKey()).orElse(null);
    if (photo == null || found == null) {
      return false;
    }
    try (Blob original = found) {
      decoding.of(
          photo.userId(), original::copyTo, (file, derived) -> replace(photo, file, derived));
      return true;
    }
  }

  private @Nullable IndexEntry entry(String photoId) {
    return sql.sql("SELECT * FROM photos WHERE photo_id = :photo")
        .param("photo", photoId)
        .query(IndexEntry::read)
        .optional()
        .orElse(null);
  }

  /// Increments the version last, so that clients fetch again what they fetched under the old one.
  private void replace(IndexEntry photo, Path file, DerivedImage derived) throws IOException {
    String id = photo.photoId();
    Path copy = file.resolveSibling("clean");
    StrippedOriginal clean = StrippedOriginals.keep(id, photo.format(), file, copy, blobs);
    if (clean != StrippedOriginal.COPY) {
      blobs.delete(List.of(photo.cleanKey()));
    }
    PhotoUpload.keepSizes(id, derived, blobs);
    items.describe(id, Picture.of(derived, Files.size(file)));
    boolean there =
        sql.sql(
                    """
                UPDATE photos
                SET derived_by = :version, clean = :clean, version = version + 1
                WHERE photo_id = :photo
                """)
                .param("version", Version.current())
                .param("clean", clean.word())
                .param("photo", id)
                .update()
            > 0;
    if (!there) {
      pending.discard(id); // deleted meanwhile
    }
  }
}
