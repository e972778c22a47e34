package lumina.upload.tus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lumina.access.Viewer.Person;
import lumina.blob.UploadParts;
import lumina.http.problem.Problem;
import lumina.upload.FileName;
import lumina.upload.PhotoUpload;
import lumina.upload.tus.UploadRows.Held;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Makes a photo of an upload whose bytes are all there, like of every other file: once, whatever
/// is interrupted. A zip of an import goes there.
@Component
class UploadCompletion {
  private static final Logger log = LoggerFactory.getLogger(UploadCompletion.class);

  private final UploadRows rows;
  private final UploadParts parts;
  private final UploadedPhotos photos;
  private final ImportFiles imports;

  UploadCompletion(UploadRows rows, UploadParts parts, UploadedPhotos photos, ImportFiles imports) {
    this.rows = rows;
    this.parts = parts;
    this.photos = photos;
    this.imports = imports;
  }

  /// @throws Problem if no photo with these words, or no such file of an import, could be made
  void require(Person owner, long size, UploadMetadata said) {
    if (said.importId() != null) {
      imports.require(owner, said.importId(), said.number());
    } else {
      photos.require(owner, size, said);
    }
  }

  /// An import that waits for bytes learns that they are coming.
  ///
  /// @throws Problem as [ImportFiles#require]; the upload is gone then
  void requireWanted(Person owner, Held held) {
    UploadMetadata said = UploadMetadata.of(held.upload().metadata());
    try {
      if (said.importId() != null) {
        imports.require(owner, said.importId(), said.number());
      }
    } catch (Problem.NotFound | Problem.Conflict over) {
      drop(held);
      throw over;
    }
  }

  /// @throws Problem.Invalid if the file is no picture; the upload is gone then
  /// @throws Problem.TooLarge if it exceeds the quota; the upload is gone then
  /// @throws Problem.Unavailable if this fails now: the bytes stay, and it can be repeated
  void complete(Person owner, Held held) {
    CountDownLatch done = new CountDownLatch(1);
    Thread.ofVirtual().start(() -> keepHolding(held, done));
    try {
      String importId = UploadMetadata.of(held.upload().metadata()).importId();
      if (importId == null) {
        settle(owner, held, makePhoto(owner, held));
      } else {
        give(owner, held, importId);
      }
    } catch (Problem.Invalid | Problem.TooLarge refused) {
      drop(held);
      throw refused;
    } finally {
      done.countDown();
    }
  }

  private void give(Person owner, Held held, String importId) {
    Upload zip = held.upload();
    UploadMetadata said = UploadMetadata.of(zip.metadata());
    try {
      imports.receive(
          owner,
          importId,
          said.number(),
          FileName.of(said.fileName()),
          target -> parts.copyTo(zip.uploadId(), zip.size(), target));
      rows.settle(held);
      parts.delete(zip.uploadId(), zip.size());
    } catch (Problem.NotFound | Problem.Conflict over) {
      drop(held);
      throw over;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
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
    PhotoUpload.Result result =
        photos.make(
            owner,
            UploadMetadata.of(file.metadata()),
            target -> parts.copyTo(file.uploadId(), file.size(), target),
            photoId -> UploadReceiving.requireHeld(rows.complete(held, photoId)));
    if (result.duplicate()) {
      UploadReceiving.requireHeld(rows.complete(held, result.photo().photoId()));
    }
    return result.photo().photoId();
  }

  /// Does what follows after the photo is there; if it fails, the sweep tries again.
  void settle(Person owner, Held held, String photoId) {
    try {
      photos.addToAlbum(owner, UploadMetadata.of(held.upload().metadata()), photoId);
      parts.delete(held.upload().uploadId(), held.upload().size());
      rows.settle(held);
    } catch (IOException | RuntimeException failed) {
      log.warn("Upload {} is not settled, retry later", held.upload().uploadId(), failed);
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
