package lumina.photo.detail;

import lumina.access.Audience;
import lumina.media.DerivedImage;

/// A photo about to be added: its files are in the blob store, its row is not there yet.
///
/// @param fileName what its file was called, empty if that is unknown
/// @param clean what others get as its original
public record NewPhoto(
    String photoId,
    long userId,
    PhotoText words,
    Audience audience,
    DerivedImage image,
    long bytes,
    String fileName,
    StrippedOriginal clean) {

  public NewPhoto with(StrippedOriginal clean) {
    return new NewPhoto(photoId, userId, words, audience, image, bytes, fileName, clean);
  }

  public NewPhoto with(PhotoText words) {
    return new NewPhoto(photoId, userId, words, audience, image, bytes, fileName, clean);
  }
}
