package lumina.upload.tus;

import org.jspecify.annotations.Nullable;

/// The state of a resumable upload.
///
/// @param size in bytes, as announced
/// @param received the number of bytes that are durable
/// @param metadata as the client sent it, see [UploadMetadata]
/// @param photoId the photo made of it, null before that
/// @param settled whether nothing is left to do after the photo was made, or an import has the file
/// @param expiresAt milliseconds since 1970
record Upload(
    String uploadId,
    long userId,
    long size,
    long received,
    String metadata,
    @Nullable String photoId,
    boolean settled,
    long expiresAt) {

  boolean isComplete() {
    return received == size;
  }
}
