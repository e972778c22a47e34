package lumina.photo;

import lumina.imaging.DerivedImage;

/// A photo about to be added: its files are in the blob store, its row is not there yet.
///
/// @param fileName what its file was called, empty if that is unknown
/// @param clean what others get as its original
public record NewPhoto(
    String photoId,
    long userId,
    Words words,
    Audience audience,
    DerivedImage image,
    long bytes,
    String fileName,
    Clean clean) {

  NewPhoto with(Clean clean) {
    return new NewPhoto(photoId, userId, words, audience, image, bytes, fileName, clean);
  }

  NewPhoto with(Words words) {
    return new NewPhoto(photoId, userId, words, audience, image, bytes, fileName, clean);
  }
}
