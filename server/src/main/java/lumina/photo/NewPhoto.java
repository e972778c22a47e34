package lumina.photo;

import lumina.imaging.DerivedImage;

/// A photo about to be added: its files are in the blob store, its row is not there yet.
///
/// @param clean what others get as its original
public record NewPhoto(
    String photoId,
    long userId,
    Words words,
    Audience audience,
    DerivedImage image,
    long bytes,
    Clean clean) {

  NewPhoto with(Clean clean) {
    return new NewPhoto(photoId, userId, words, audience, image, bytes, clean);
  }

  NewPhoto with(Words words) {
    return new NewPhoto(photoId, userId, words, audience, image, bytes, clean);
  }
}
