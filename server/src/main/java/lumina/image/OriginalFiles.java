package lumina.image;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.media.ImageFormat;
import lumina.photo.IndexEntry;
import lumina.photo.detail.PhotoKeys;
import org.springframework.stereotype.Component;

/// The file that a viewer gets as a photo's original.
@Component
class OriginalFiles {
  private final BlobStore blobs;
  private final StrippedOriginals stripped;

  OriginalFiles(BlobStore blobs, StrippedOriginals stripped) {
    this.blobs = blobs;
    this.stripped = stripped;
  }

  /// The owner gets the original; everyone else the stripped original, or nothing if private
  /// metadata cannot be separated from the pixels: then the largest derived size stands in.
  ///
  /// Of a video, everyone else gets the file that browsers play.
  ///
  /// @param own whether it is for the owner
  Optional<Blob> find(IndexEntry image, boolean own) throws IOException {
    if (!own && image.format().isVideo()) {
      return blobs.find(PhotoKeys.video(image.photoId()));
    }
    return own ? blobs.find(image.fullKey()) : stripped.find(image);
  }

  /// The movie that belongs to a picture: the owner gets it as it was sent, unless it is a part of
  /// the original; everyone else gets the file that browsers play.
  ///
  /// @param own whether it is for the owner
  Optional<Blob> movie(IndexEntry image, boolean own) throws IOException {
    if (image.format().isVideo() || image.playback() == null) {
      return Optional.empty();
    }
    String id = image.photoId();
    return blobs.find(own ? PhotoKeys.motion(id) : PhotoKeys.video(id));
  }

  /// The original file name, with the ending of the stripped original if that is in another format.
  ///
  /// @param original whether it is for the original
  static String name(IndexEntry image, boolean original) {
    ImageFormat format = image.format();
    return original || format == format.stripped()
        ? name(image)
        : name(image).replaceFirst("\\.[^.]*$", "") + "." + format.stripped().suffix();
  }

  static String mediaType(IndexEntry image, boolean original) {
    return (original ? image.format() : image.format().stripped()).mediaType();
  }

  /// If the name is unknown, it is one of the upload day and the end of the id.
  private static String name(IndexEntry image) {
    LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(image.createdAt()), ZoneOffset.UTC);
    String id = image.photoId();
    return image.fileName().isEmpty()
        ? "%s %s.%s".formatted(day, id.substring(id.length() - 6), image.format().suffix())
        : image.fileName();
  }
}
