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
import java.util.function.Predicate;
import lumina.account.profile.ProfilePictures;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.media.ImageFormat;
import lumina.photo.detail.PhotoKeys;

/// The image files of a library that its photos and people refer to.
record ImageFiles(Library library) {
  private static final int CONCURRENCY = 8;

  private interface Task {
    void run(Blob blob, String key, String mediaType) throws IOException;
  }

  /// Copies them to another library, file by file; skips those that are already the same there.
  ///
  /// @param workspace on the disk of the local backend's files
  void copyTo(Library target, Path workspace) {
    each(
        row -> true,
        (blob, key, mediaType) -> {
          if (!isThere(blob, key, target.blobs())) {
            Path file = Files.createTempFile(workspace, "moving-", "");
            try (InputStream bytes = blob.bytes();
                OutputStream out = Files.newOutputStream(file)) {
              bytes.transferTo(out);
            }
            target.blobs().put(key, file, mediaType);
            Files.deleteIfExists(file);
          }
        });
  }

  private boolean isThere(Blob blob, String key, BlobStore target) throws IOException {
    try (Blob there = target.find(key).orElse(null);
        Blob here = library.blobs().find(key).orElse(null)) {
      return there != null
          && here != null
          && there.size() == blob.size()
          && Arrays.equals(hash(there), hash(here));
    }
  }

  /// @param counted records whose files are counted
  Checksum tally(Predicate<EntityRecord> counted) {
    Checksum tally = new Checksum();
    each(counted, (blob, key, _) -> tally.add(key, hash(blob)));
    return tally;
  }

  private static byte[] hash(Blob blob) throws IOException {
    MessageDigest digest = Checksum.sha256();
    try (InputStream bytes = new DigestInputStream(blob.bytes(), digest)) {
      bytes.transferTo(OutputStream.nullOutputStream());
    }
    return digest.digest();
  }

  /// Runs the task for every file that exists, several at once.
  private void each(Predicate<EntityRecord> whose, Task task) {
    try (ExecutorService workers = Executors.newFixedThreadPool(CONCURRENCY)) {
      for (Entity kind : List.of(Entity.PEOPLE, Entity.PHOTOS)) {
        library
            .records(kind)
            .each(
                page ->
                    await(
                        page.stream()
                            .filter(whose)
                            .<Future<?>>map(row -> workers.submit(() -> files(row, task)))
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

  private void files(EntityRecord row, Task task) {
    names(row)
        .forEach(
            (key, mediaType) -> {
              try (Blob blob = library.blobs().find(key).orElse(null)) {
                if (blob != null) {
                  task.run(blob, key, mediaType);
                }
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  /// Returns the media types of all files that a photo or a person may have, by key.
  private static Map<String, String> names(EntityRecord row) {
    if (row.kind() == Entity.PHOTOS) {
      return PhotoKeys.files(row.text("photo_id"), ImageFormat.valueOf(row.text("format")));
    }
    String picture = row.optional("picture");
    return picture == null ? Map.of() : ProfilePictures.files(row.number("id"), picture);
  }
}
