package lumina.upload.tus;

import java.util.List;
import lumina.access.Viewer.Person;
import lumina.album.AlbumContents;
import lumina.http.problem.Problem;
import lumina.upload.Decoding.Arrival;
import lumina.upload.NewPhotoAudience;
import lumina.upload.PhotoUpload;
import lumina.upload.UploadLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Makes photos of uploads, as their metadata says.
@Component
class UploadedPhotos {
  private static final Logger log = LoggerFactory.getLogger(UploadedPhotos.class);

  private final PhotoUpload upload;
  private final NewPhotoAudience audiences;
  private final AlbumContents albums;
  private final UploadLimits limits;

  UploadedPhotos(
      PhotoUpload upload, NewPhotoAudience audiences, AlbumContents albums, UploadLimits limits) {
    this.upload = upload;
    this.audiences = audiences;
    this.albums = albums;
    this.limits = limits;
  }

  /// @throws Problem.Invalid if the photo could not have these texts
  /// @throws Problem.NotFound if this person can see no such album
  /// @throws Problem.Forbidden if they may not add photos to it
  /// @throws Problem.TooLarge if no file may be so large
  void require(Person owner, long size, UploadMetadata said) {
    if (size > limits.anyMb() << 20) {
      throw Problem.TooLarge.file(limits.anyMb());
    }
    said.require();
    if (said.album() != null) {
      albums.requireContributor(owner, said.album());
    }
  }

  PhotoUpload.Result make(
      Person owner, UploadMetadata said, Arrival file, PhotoUpload.Condition condition) {
    return upload.upload(
        owner,
        said.text(),
        audiences.of(owner, said.audience()),
        new PhotoUpload.Delivery(said.fileName(), said.takenHint(), said.duplicates(), file),
        condition);
  }

  void addToAlbum(Person owner, UploadMetadata said, String photoId) {
    String album = said.album();
    if (album == null) {
      return;
    }
    try {
      albums.put(owner, album, List.of(photoId), null);
    } catch (Problem.NotFound | Problem.Forbidden | Problem.Conflict changed) {
      log.info("Photo {} is not added to its album: {}", photoId, changed.code());
    }
  }
}
