package lumina.upload.tus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import lumina.access.Viewer.Person;
import lumina.http.problem.ClientDisconnected;
import lumina.http.problem.Problem;
import lumina.photo.PhotoStore;
import lumina.upload.tus.UploadRows.Held;
import lumina.upload.tus.UploadRows.Unfinished;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Creates, continues and ends resumable uploads. Those of other people do not exist.
@Component
class TusUploads {
  /// Far more than pages send at once; what is abandoned counts until it expires.
  private static final int MAX_UNFINISHED = 1_000;

  /// Bytes of a file.
  ///
  /// @param offset where they begin
  /// @param length their number, -1 if unknown
  record Bytes(long offset, long length, UploadChecksum checksum, InputStream body) {}

  private final UploadRows rows;
  private final UploadReceiving receiving;
  private final UploadCompletion completion;
  private final PhotoStore photos;

  TusUploads(
      UploadRows rows, UploadReceiving receiving, UploadCompletion completion, PhotoStore photos) {
    this.rows = rows;
    this.receiving = receiving;
    this.completion = completion;
    this.photos = photos;
  }

  /// @param metadata the header, null if there is none
  /// @throws Problem as [UploadCompletion#require]
  /// @throws Problem.TooLarge if it exceeds the quota, with what is arriving
  /// @throws Problem.TooMany if too many uploads are unfinished
  Upload create(Person owner, long size, @Nullable String metadata) {
    UploadMetadata said = UploadMetadata.of(metadata);
    completion.require(owner, size, said);
    Unfinished unfinished = rows.unfinished(owner.userId());
    photos.requireRoom(owner, size + unfinished.bytes());
    if (unfinished.uploads() >= MAX_UNFINISHED) {
      throw new Problem.TooMany(
          "too_many_unfinished",
          "%,d uploads are unfinished. Please finish some, or cancel them."
              .formatted(MAX_UNFINISHED),
          Duration.ofHours(1));
    }
    return rows.add(owner.userId(), size, metadata == null ? "" : metadata);
  }

  /// @throws Problem.NotFound if there is none, or no more
  Upload find(Person owner, String id) {
    return rows.find(owner.userId(), id).orElseThrow(() -> new Problem.NotFound("upload"));
  }

  /// Adds bytes, and makes a photo when all are there. After the last ones, also no bytes at all
  /// may be added: then it tries again to make the photo.
  ///
  /// @throws Problem.NotFound if there is no such upload
  /// @throws Problem.Conflict if the bytes do not begin where the upload ends
  /// @throws Problem.Locked if another request adds bytes
  /// @throws Problem.TooLarge if there are more bytes than announced
  Upload append(Person owner, String id, Bytes bytes) throws ClientDisconnected {
    find(owner, id);
    Held held = rows.hold(id).orElseThrow(TusUploads::locked);
    try {
      requireFitting(held.upload(), bytes);
      if (held.upload().photoId() == null && !held.upload().settled()) {
        completion.requireWanted(owner, held);
        long received = receiving.receive(held, bytes.body(), bytes.checksum());
        if (received == held.upload().size()) {
          completion.complete(owner, held);
        }
      }
      return find(owner, id);
    } catch (ClientDisconnected gone) {
      throw gone;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      rows.release(held);
    }
  }

  private static void requireFitting(Upload upload, Bytes bytes) {
    if (bytes.offset() != upload.received()) {
      throw new Problem.Conflict(
          "wrong_offset", "The upload is at byte %d.".formatted(upload.received()));
    }
    if (bytes.length() > upload.size() - upload.received()) {
      throw new Problem.TooLarge("This is more than the announced size of the file.");
    }
  }

  /// Ends an upload; a photo that was made of it stays.
  ///
  /// @throws Problem.NotFound if there is no such upload
  /// @throws Problem.Locked if a request adds bytes
  void delete(Person owner, String id) {
    find(owner, id);
    completion.drop(rows.hold(id).orElseThrow(TusUploads::locked));
  }

  static Problem locked() {
    return new Problem.Locked(
        "upload_running", "Another request sends this file just now. Please try again soon.");
  }
}
