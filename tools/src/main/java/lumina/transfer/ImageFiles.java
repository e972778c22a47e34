package lumina.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import lumina.account.profile.ProfilePictures;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.media.ImageFormat;
import lumina.photo.detail.PhotoKeys;
import org.jspecify.annotations.Nullable;

/// The image files of a library that its photos and people refer to.
public record ImageFiles(Library library) {
  private static final int CONCURRENCY = 8;

  /// Copies them to another library, file by file; skips those that are already the same there.
  ///
  /// @param workspace on the disk of the local backend's files
  void copyTo(Library target, Path workspace) {
    each(
        row -> true, (key, mediaType) -> copy(new Copy(key, mediaType, workspace), target.blobs()));
  }

  private record Copy(String key, String mediaType, Path workspace) {}

  private void copy(Copy copy, BlobStore target) {
    try (Blob blob = library.blobs().find(copy.key()).orElse(null)) {
      if (blob == null || isThere(blob, copy.key(), target)) {
        return;
      }
      Path file = Files.createTempFile(copy.workspace(), "moving-", "");
      try (InputStream bytes = blob.bytes();
          OutputStream out = Files.newOutputStream(file)) {
        bytes.transferTo(out);
      }
      target.put(copy.key(), file, copy.mediaType());
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isThere(Blob blob, String key, BlobStore target) throws IOException {
    try (Blob there = target.find(key).orElse(null)) {
      return there != null
          && there.size() == blob.size()
          && Arrays.equals(checksum(there), checksum(key));
    }
  }

  /// @param counted records whose files are counted
  Checksum tally(Predicate<EntityRecord> counted) {
    Checksum tally = new Checksum();
    each(
        counted,
        (key, mediaType) -> {
          byte[] checksum = checksum(key);
          if (checksum != null) {
            tally.add(key, checksum);
          }
        });
    return tally;
  }

  private byte @Nullable [] checksum(String key) {
    try (Blob blob = library.blobs().find(key).orElse(null)) {
      return blob == null ? null : checksum(blob);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] checksum(Blob blob) throws IOException {
    MessageDigest digest = Checksum.sha256();
    try (InputStream bytes = new DigestInputStream(blob.bytes(), digest)) {
      bytes.transferTo(OutputStream.nullOutputStream());
    }
    return digest.digest();
  }

  /// Calls the consumer with every possible file name and its media type, several at once.
  private void each(Predicate<EntityRecord> whose, BiConsumer<String, String> taker) {
    try (ExecutorService workers = Executors.newFixedThreadPool(CONCURRENCY)) {
      for (Entity kind : List.of(Entity.PEOPLE, Entity.PHOTOS)) {
        library
            .rows(kind)
            .each(
                page ->
                    await(
                        page.stream()
                            .filter(whose)
                            .<Future<?>>map(row -> workers.submit(() -> names(row).forEach(taker)))
                            .toList()));
      }
    }
  }

  private static void await(List<Future<?>> all) {
    for (Future<?> one : all) {
      try {
        one.get();
      } catch (InterruptedException | ExecutionException e) {
        throw new IllegalStateException("An image file could not be read or written", e);
      }
    }
  }

  private static Map<String, String> names(EntityRecord row) {
    if (row.kind() == Entity.PHOTOS) {
      return PhotoKeys.files(row.text("photo_id"), format(row));
    }
    String picture = row.optional("picture");
    return picture == null ? Map.of() : ProfilePictures.files(row.number("id"), picture);
  }

  /// The format of a photo's original.
  public static ImageFormat format(EntityRecord row) {
    return ImageFormat.valueOf(row.text("format"));
  }
}
