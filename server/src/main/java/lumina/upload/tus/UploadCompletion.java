package lumina.upload.tus;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lumina.access.Viewer.Person;
import lumina.album.AlbumContents;
import lumina.blob.UploadParts;
import lumina.http.problem.Problem;
import lumina.upload.NewPhotoAudience;
import lumina.upload.PhotoUpload;
import lumina.upload.tus.UploadRows.Held;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Makes a photo of an upload whose bytes are all there, like of every other file: once, whatever
/// is interrupted.
@Component
class UploadCompletion {
  private static final Logger log = LoggerFactory.getLogger(UploadCompletion.class);

  private final UploadRows rows;
  private final UploadParts parts;
  private final PhotoUpload upload;
  private final NewPhotoAudience audiences;
  private final AlbumContents albums;

  UploadCompletion(
      UploadRows rows,
      UploadParts parts,
      PhotoUpload upload,
      NewPhotoAudience audiences,
      AlbumContents albums) {
    this.rows = rows;
    this.parts = parts;
    this.upload = upload;
    this.audiences = audiences;
    this.albums = albums;
  }

  /// Returns the photo's id.
  ///
  /// @throws Problem.Invalid if the file is no picture; the upload is gone then
  /// @throws Problem.TooLarge if it exceeds the quota; the upload is gone then
  /// @throws Problem.Unavailable if this fails now: the bytes stay, and it can be repeated
  String complete(Person owner, Held held) {
    CountDownLatch done = new CountDownLatch(1);
    Thread.ofVirtual().start(() -> keepHolding(held, done));
    try {
      String photoId = makePhoto(owner, held);
      settle(owner, held, photoId);
      return photoId;
    } catch (Problem.Invalid | Problem.TooLarge refused) {
      drop(held);
      throw refused;
    } finally {
      done.countDown();
    }
  }

  private void keepHolding(Held held, CountDownLatch done) {
    try {
      while (!done.await(UploadRows.LEASE.toMillis() / 4, TimeUnit.MILLISECONDS)) {
        rows.renew(held);
      }
    } catch (InterruptedException | RuntimeException failed) {
      log.warn("Upload {} cannot be held any longer", held.upload().uploadId(), failed);
    }
  }

  private String makePhoto(Person owner, Held held) {
    Upload file = held.upload();
    UploadMetadata metadata = UploadMetadata.of(file.metadata());
    var delivery =
        new PhotoUpload.Delivery(
            metadata.fileName(),
            metadata.takenHint(),
            metadata.duplicates(),
            target -> parts.copyTo(file.uploadId(), file.size(), target));
    PhotoUpload.Result result =
        upload.upload(
            owner,
            metadata.text(),
            audiences.of(owner, metadata.audience()),
            delivery,
            photoId -> UploadReceiving.requireHeld(rows.complete(held, photoId)));
    if (result.duplicate()) {
      UploadReceiving.requireHeld(rows.complete(held, result.photo().photoId()));
    }
    return result.photo().photoId();
  }

  /// Does what follows after the photo is there; if it fails, the sweep tries again.
  void settle(Person owner, Held held, String photoId) {
    try {
      addToAlbum(owner, held.upload(), photoId);
      parts.delete(held.upload().uploadId(), held.upload().size());
      rows.settle(held);
    } catch (IOException | RuntimeException failed) {
      log.warn("Upload {} is not settled, retry later", held.upload().uploadId(), failed);
    }
  }

  private void addToAlbum(Person owner, Upload file, String photoId) {
    String album = UploadMetadata.of(file.metadata()).album();
    if (album == null) {
      return;
    }
    try {
      albums.put(owner, album, List.of(photoId), null);
    } catch (Problem.NotFound | Problem.Forbidden | Problem.Conflict changed) {
      log.info("Photo {} is not added to its album: {}", photoId, changed.code());
    }
  }

  /// Deletes an upload of which no photo will be made.
  void drop(Held held) {
    rows.expire(held);
    try {
      parts.delete(held.upload().uploadId(), held.upload().size());
      rows.remove(held);
    } catch (IOException | RuntimeException failed) {
      log.warn("Upload {} is not deleted, retry later", held.upload().uploadId(), failed);
    }
  }
}
