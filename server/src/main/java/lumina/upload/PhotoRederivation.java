package lumina.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.image.StrippedOriginals;
import lumina.media.Clip;
import lumina.media.DerivedImage;
import lumina.media.ImageFormat;
import lumina.media.Playback;
import lumina.photo.IndexEntry;
import lumina.photo.PendingPhotos;
import lumina.photo.PhotoRows;
import lumina.photo.detail.PhotoKeys;
import lumina.photo.detail.Picture;
import lumina.photo.detail.StrippedOriginal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Derives everything from an original again: the derived sizes, the properties of the picture, and
/// the stripped original.
@Component
public class PhotoRederivation {
  private static final int PAGE = 100;

  private final PhotoRows rows;
  private final BlobStore blobs;
  private final Decoding decoding;
  private final PendingPhotos pending;
  private final Captures captures;

  PhotoRederivation(
      PhotoRows rows,
      BlobStore blobs,
      Decoding decoding,
      PendingPhotos pending,
      Captures captures) {
    this.captures = captures;
    this.rows = rows;
    this.blobs = blobs;
    this.decoding = decoding;
    this.pending = pending;
  }

  /// Returns some photos after a sort key, oldest first.
  public List<PhotoRows.Row> after(long sortKey) {
    return rows.after(sortKey, PAGE);
  }

  public long count() {
    return rows.count();
  }

  /// @return false if the original, or the photo itself, does not exist
  /// @throws Problem.Invalid if its original is not (or no longer) a picture that Lumina shows:
  ///   then nothing changes
  /// @throws Problem.Unavailable if the image engine cannot decode it now
  public boolean rederive(String photoId) throws IOException {
    List<PhotoRows.Row> row = rows.among(List.of(photoId));
    if (row.isEmpty()) {
      return false;
    }
    IndexEntry photo = row.getFirst().entry();
    Blob found = blobs.find(photo.fullKey()).orElse(null);
    if (found == null) {
      return false;
    }
    try (Blob original = found) {
      decoding.again(
          photo.userId(), original::copyTo, (file, derived) -> replace(photo, file, derived));
      return true;
    }
  }

  /// A video that was encoded before stays as it is; one whose file is lost is to be encoded again,
  /// if Lumina encodes: else nothing would remember that it can be.
  private void keepPlayable(IndexEntry photo, @Nullable Clip clip) throws IOException {
    Path playable = clip == null ? null : clip.playable();
    Playback playback = clip == null ? again(photo) : clip.playback();
    String key = PhotoKeys.video(photo.photoId());
    if (playable != null) {
      blobs.put(key, playable, ImageFormat.MP4.mediaType());
    }
    boolean isKept =
        playable == null
            && photo.isPlayable()
            && (blobs.size(key) > 0 || !decoding.transcodesVideos());
    if (playback != null && !isKept) {
      rows.playable(photo.photoId(), playback);
    }
  }

  /// Of a picture whose moving part is a file of its own, which is not looked at here.
  private static @Nullable Playback again(IndexEntry photo) {
    Playback before = photo.playback();
    return before == null || !photo.isPlayable() ? null : before.with(Playback.Status.PROCESSING);
  }

  /// Increments the version last, so that clients fetch again what they fetched under the old one.
  private void replace(IndexEntry photo, Path file, DerivedImage derived) throws IOException {
    String id = photo.photoId();
    Path copy = file.resolveSibling("clean");
    StrippedOriginal clean = StrippedOriginals.keep(id, photo.format(), file, copy, blobs);
    if (clean != StrippedOriginal.COPY) {
      blobs.delete(List.of(photo.cleanKey()));
    }
    blobs.put(PhotoUpload.sizes(id, derived));
    keepPlayable(photo, derived.clip());
    captures.describe(photo, Picture.of(derived, Files.size(file)), derived.capture());
    if (!rows.rederived(id, clean)) {
      pending.discard(id); // deleted meanwhile
    }
  }
}
