package lumina.photo.detail;

import lumina.access.Audience;
import lumina.media.ImageFormat;
import lumina.media.Playback;
import org.jspecify.annotations.Nullable;

/// A photo to add: its files are in the blob store, its row does not exist yet.
///
/// @param format of the original
/// @param fileName the name of the uploaded file, empty if unknown
/// @param checksum SHA-256 of the original in hex, null if unknown
/// @param clean what others get as its original
/// @param playback of its moving part, null if it has none
public record NewPhoto(
    String photoId,
    long userId,
    Audience audience,
    ImageFormat format,
    PhotoDetails details,
    String fileName,
    @Nullable String checksum,
    StrippedOriginal clean,
    @Nullable Playback playback) {

  public PhotoText text() {
    return details.text();
  }

  public NewPhoto with(StrippedOriginal clean) {
    return new NewPhoto(
        photoId, userId, audience, format, details, fileName, checksum, clean, playback);
  }

  public NewPhoto with(PhotoText text) {
    return new NewPhoto(
        photoId, userId, audience, format, details.with(text), fileName, checksum, clean, playback);
  }
}
