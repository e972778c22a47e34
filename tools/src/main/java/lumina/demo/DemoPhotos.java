package lumina.demo;

import lumina.access.Audience;
import lumina.access.Viewer.Person;
import lumina.comment.Commenting;
import lumina.like.Liking;
import lumina.photo.detail.PhotoText;
import lumina.upload.Decoding;
import lumina.upload.PhotoUpload;
import org.springframework.stereotype.Component;

/// Uploads, likes and comments the photos of the demo.
@Component
class DemoPhotos {
  private final PhotoUpload upload;
  private final Liking likes;
  private final Commenting comments;

  DemoPhotos(PhotoUpload upload, Liking likes, Commenting comments) {
    this.upload = upload;
    this.likes = likes;
    this.comments = comments;
  }

  String upload(Person owner, Script.Upload photo, Decoding.Arrival picture) {
    PhotoText words = PhotoText.of(photo.topic(), photo.caption(), photo.tags());
    return upload
        .upload(
            owner,
            words,
            Audience.named(photo.audience(), Audience.PUBLIC),
            new PhotoUpload.Delivery(null, null, picture))
        .photoId();
  }

  void like(Person viewer, String photoId) {
    var _ = likes.like(viewer, photoId);
  }

  void comment(Person viewer, String photoId, String text) {
    var _ = comments.add(viewer, photoId, text, null);
  }
}
