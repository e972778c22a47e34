package lumina.upload;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import lumina.access.Audience;
import lumina.access.Viewer.Person;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.blob.DirectParts;
import lumina.http.problem.Problem;
import lumina.job.RecurringJob;
import lumina.photo.Photo;
import lumina.photo.PhotoStore;
import lumina.photo.detail.PhotoText;
import lumina.storage.CloudBackend;
import lumina.upload.DirectUploads.Ticket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Makes a photo of a file that a browser sends directly to the blob store: nobody sees the file
/// before it has passed [PhotoUpload] like all others.
@Component
@CloudBackend
class DirectUpload {
  /// Where to send the parts; each has `partSize` bytes, except the last.
  record StartedUpload(String uploadId, long partSize, List<String> urls) {}

  /// The request that follows when all parts are sent.
  record Completion(
      List<DirectParts.Part> parts,
      PhotoText words,
      Audience audience,
      @Nullable String fileName,
      @Nullable Long takenHint) {}

  private static final Logger log = LoggerFactory.getLogger(DirectUpload.class);

  private final DirectParts incoming;
  private final DirectUploads tickets;
  private final BlobStore blobs;
  private final PhotoUpload upload;
  private final PhotoStore photos;

  DirectUpload(
      DirectParts incoming,
      DirectUploads tickets,
      BlobStore blobs,
      PhotoUpload upload,
      PhotoStore photos) {
    this.incoming = incoming;
    this.tickets = tickets;
    this.blobs = blobs;
    this.upload = upload;
    this.photos = photos;
  }

  /// @throws Problem.TooLarge if it exceeds the quota
  StartedUpload begin(Person owner, long size) {
    photos.requireRoom(owner, size);
    String id = UUID.randomUUID().toString();
    DirectParts.Begun begun = incoming.begin(key(id), size);
    tickets.add(new Ticket(id, begun.name(), size, null), owner.userId());
    return new StartedUpload(id, incoming.partSize(), begun.addresses());
  }

  private static String key(String id) {
    return "incoming/" + id;
  }

  /// Makes the photo; a repeated call returns the same photo.
  ///
  /// @throws Problem.Invalid if the file is no picture, or not of the announced size; the upload is
  ///   then deleted. After any other problem it can be completed again
  Photo complete(Person owner, String id, Completion completion) {
    Ticket ticket =
        tickets.find(owner.userId(), id).orElseThrow(() -> new Problem.NotFound("upload"));
    if (ticket.photoId() != null) {
      return photos.find(owner, ticket.photoId()).orElseThrow(() -> new Problem.NotFound("photo"));
    }
    if (!tickets.claim(ticket)) {
      throw new Problem.Conflict("upload_running", "This upload is being completed already.");
    }
    return takeIn(owner, ticket, completion);
  }

  private Photo takeIn(Person owner, Ticket ticket, Completion completion) {
    try {
      incoming.complete(key(ticket.id()), ticket.s3UploadId(), completion.parts());
      Photo photo =
          upload
              .upload(
                  owner,
                  completion.words(),
                  completion.audience(),
                  new PhotoUpload.Delivery(
                      completion.fileName(),
                      completion.takenHint(),
                      Duplicates.KEEP,
                      target -> fetch(ticket, target)))
              .photo();
      tickets.done(ticket, photo.photoId());
      drop(ticket.id());
      return photo;
    } catch (Problem.Invalid refused) {
      drop(ticket.id());
      tickets.forget(ticket.id());
      throw refused;
    } catch (RuntimeException | Error failed) {
      tickets.release(ticket);
      throw failed;
    }
  }

  private void fetch(Ticket ticket, Path target) throws IOException {
    try (Blob arrived =
        blobs.find(key(ticket.id())).orElseThrow(() -> Problem.Invalid.incompleteUpload("parts"))) {
      if (arrived.size() != ticket.size()) {
        throw Problem.Invalid.incompleteUpload("parts");
      }
      arrived.copyTo(target);
    }
  }

  /// Deletes the file. Returns false if that failed; the sweep tries again later.
  private boolean drop(String id) {
    try {
      blobs.delete(List.of(key(id)));
      return true;
    } catch (IOException left) {
      log.warn("File of the direct upload {} could not be deleted, retry later", id, left);
      return false;
    }
  }

  @Bean
  RecurringJob directUploadSweepJob() {
    return new RecurringJob("direct-upload-sweep", Duration.ofHours(1), this::sweep);
  }

  void sweep() {
    tickets.old().stream().filter(this::drop).forEach(tickets::forget);
  }
}
