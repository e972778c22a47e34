package lumina.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lumina.access.Audience;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.http.problem.Problem;
import lumina.id.SortKey;
import lumina.media.DerivedImage;
import lumina.media.ImageFormat;
import lumina.media.ImageSize;
import lumina.photo.PhotoIndex;
import lumina.photo.PhotoIndexChanges;
import lumina.photo.detail.NewPhoto;
import lumina.photo.detail.PhotoDetails;
import lumina.photo.detail.PhotoKeys;
import lumina.photo.detail.PhotoText;
import lumina.photo.detail.Picture;
import lumina.photo.detail.StrippedOriginal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Adopts photos whose originals are already in the blob store.
@Component
public class LegacyPhotoImport {
  /// @param username of its owner
  /// @param createdAt milliseconds since 1970, if known
  /// @param fullKey the key of its original, if known
  public record LegacyPhoto(
      String photoId,
      long userId,
      String username,
      PhotoText words,
      Audience audience,
      Optional<Long> createdAt,
      Optional<String> fullKey) {}

  /// @param createdAt milliseconds since 1970; the time of the file, if nothing better is known
  /// @param key of the file that it was made from
  /// @param isStandIn whether a smaller picture replaces the original, which is no picture
  public record Adopted(NewPhoto photo, long createdAt, String key, boolean isStandIn) {}

  private final PhotoIndex index;
  private final PhotoIndexChanges changes;
  private final BlobStore blobs;
  private final Decoding decoding;
  private final Clock clock;

  LegacyPhotoImport(
      PhotoIndex index,
      PhotoIndexChanges changes,
      BlobStore blobs,
      Decoding decoding,
      Clock clock) {
    this.index = index;
    this.changes = changes;
    this.blobs = blobs;
    this.decoding = decoding;
    this.clock = clock;
  }

  public boolean has(String photoId) {
    return index.holds(photoId);
  }

  /// Returns the time of its file, in milliseconds since 1970; empty if there is none.
  public Optional<Long> keptAt(LegacyPhoto photo) throws IOException {
    for (String key : keys(photo)) {
      try (Blob found = blobs.find(key).orElse(null)) {
        if (found != null) {
          return Optional.of(keptAt(found));
        }
      }
    }
    return Optional.empty();
  }

  private long keptAt(Blob file) {
    return file.keptAt().map(Instant::toEpochMilli).orElseGet(clock::millis);
  }

  /// Makes its sizes, passes on all that is known of it, and then makes it visible.
  ///
  /// @return empty if it has no file
  /// @throws Problem.Invalid if none of its files is a picture that Lumina can show
  public Optional<Adopted> adopt(LegacyPhoto old, Consumer<Adopted> beforeItAppears)
      throws IOException {
    Problem.@Nullable Invalid broken = null;
    for (String key : keys(old)) {
      try (Blob file = blobs.find(key).orElse(null)) {
        if (file != null) {
          return Optional.of(adopt(old, new Candidate(key, file, broken != null), beforeItAppears));
        }
      } catch (Problem.Invalid noPicture) {
        broken = broken == null ? noPicture : broken;
      }
    }
    if (broken != null) {
      throw broken;
    }
    return Optional.empty();
  }

  private record Candidate(String key, Blob file, boolean isStandIn) {}

  private Adopted adopt(LegacyPhoto old, Candidate candidate, Consumer<Adopted> beforeItAppears) {
    long createdAt = old.createdAt().orElseGet(() -> keptAt(candidate.file()));
    Adopted[] adopted = new Adopted[1];
    decoding.of(
        old.userId(),
        candidate.file()::copyTo,
        (file, derived) -> {
          NewPhoto photo = keep(old, candidate, file, derived);
          adopted[0] = new Adopted(photo, createdAt, candidate.key(), candidate.isStandIn());
          beforeItAppears.accept(adopted[0]);
          changes.adopt(photo, old.username(), SortKey.of(createdAt, old.photoId()));
        });
    return adopted[0];
  }

  private NewPhoto keep(LegacyPhoto old, Candidate candidate, Path original, DerivedImage derived)
      throws IOException {
    NewPhoto photo =
        new NewPhoto(
            old.photoId(),
            old.userId(),
            old.audience(),
            derived.format(),
            new PhotoDetails(
                old.words(), Picture.of(derived, Files.size(original)), derived.capture()),
            "",
            Checksum.of(original),
            StrippedOriginal.UNKNOWN,
            null);
    ImageFormat format = derived.format();
    String fullKey = PhotoKeys.full(old.photoId(), format);
    if (!fullKey.equals(candidate.key())) {
      keepUnreadable(old.photoId(), fullKey, original.resolveSibling("unreadable"));
      blobs.put(fullKey, original, format.mediaType());
    }
    blobs.put(PhotoUpload.sizes(old.photoId(), derived));
    return photo;
  }

  /// Keeps a copy of the unreadable file at this key: it is no picture, but all that is left of the
  /// photo.
  private void keepUnreadable(String photoId, String key, Path copy) throws IOException {
    try (Blob unreadable = blobs.find(key).orElse(null)) {
      if (unreadable != null) {
        unreadable.copyTo(copy);
        blobs.put(PhotoKeys.unreadable(photoId), copy, "application/octet-stream");
      }
    }
  }

  /// Returns the possible keys of its original, the best first; a smaller picture is better than
  /// none.
  private static List<String> keys(LegacyPhoto photo) {
    Stream<String> full =
        Stream.of(ImageFormat.values()).map(format -> PhotoKeys.full(photo.photoId(), format));
    String thumb = PhotoKeys.derived(photo.photoId(), ImageSize.THUMB);
    return Stream.of(photo.fullKey().stream(), full, Stream.of(thumb))
        .flatMap(keys -> keys)
        .distinct()
        .toList();
  }
}
