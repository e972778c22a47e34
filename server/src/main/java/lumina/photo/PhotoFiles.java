package lumina.photo;

import java.io.IOException;
import lumina.blob.BlobStore;
import lumina.photo.detail.PhotoKeys;
import lumina.storage.cdn.CdnInvalidation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Deletes the image files of a photo, and invalidates them in a CDN when they are deleted or when
/// fewer people may see the photo.
@Component
class PhotoFiles {
  private final BlobStore blobs;
  private final ObjectProvider<CdnInvalidation> cdn;

  PhotoFiles(BlobStore blobs, ObjectProvider<CdnInvalidation> cdn) {
    this.blobs = blobs;
    this.cdn = cdn;
  }

  /// The CDN comes last; otherwise it would fetch the files again.
  void delete(String photoId) throws IOException {
    blobs.delete(PhotoKeys.all(photoId));
    forget(photoId);
  }

  @TransactionalEventListener
  void narrowed(PhotoEvents.Narrowed photo) {
    forget(photo.photoId());
  }

  private void forget(String photoId) {
    cdn.ifAvailable(it -> it.forget(PhotoKeys.prefix(photoId)));
  }
}
