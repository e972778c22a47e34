package lumina.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Gatherers;
import lumina.account.profile.ProfilePictures;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.media.ImageFormat;
import lumina.photo.detail.PhotoKeys;
import lumina.upload.Checksum;

/// The image files of a library that its photos and people refer to.
record ImageFiles(Library library) {
  private static final int CONCURRENCY = 8;

  private interface Task {
    void run(Blob blob, String key, String mediaType) throws IOException;
  }

  /// Copies them to another library, file by file; skips those that are already the same there.
  ///
  /// @param workspace on the disk of the local backend's files
  void copyTo(BlobStore target, Path workspace) {
    each(
        row -> true,
        (blob, key, mediaType) -> {
          if (!isThere(key, target)) {
            Path file = workspace.resolve(key.replace('/', '-'));
            blob.copyTo(file);
            target.put(key, file, mediaType);
            Files.deleteIfExists(file);
          }
        });
  }

  private boolean isThere(String key, BlobStore target) throws IOException {
    try (Blob there = target.find(key).orElse(null);
        Blob here = library.blobs().find(key).orElse(null)) {
      return there != null
          && here != null
          && there.size() == here.size()
          && checksum(there).equals(checksum(here));
    }
  }

  /// @param counted records whose files are counted
  Tally tally(Predicate<EntityRecord> counted) {
    Tally tally = new Tally();
    each(counted, (blob, key, _) -> tally.add(key + " " + checksum(blob)));
    return tally;
  }

  private static String checksum(Blob blob) throws IOException {
    try (InputStream bytes = blob.bytes()) {
      return Checksum.of(bytes);
    }
  }

  /// Runs the task for every file that exists, several at once.
  private void each(Predicate<EntityRecord> counted, Task task) {
    for (Entity kind : List.of(Entity.PEOPLE, Entity.PHOTOS)) {
      library
          .records(kind)
          .each(
              page ->
                  page.stream()
                      .filter(counted)
                      .flatMap(row -> mediaTypes(row).entrySet().stream())
                      .gather(
                          Gatherers.mapConcurrent(
                              CONCURRENCY, file -> run(task, file.getKey(), file.getValue())))
                      .forEach(done -> {}));
    }
  }

  private boolean run(Task task, String key, String mediaType) {
    try (Blob blob = library.blobs().find(key).orElse(null)) {
      if (blob != null) {
        task.run(blob, key, mediaType);
      }
      return blob != null;
    } catch (IOException e) {
      throw new UncheckedIOException("The image file %s could not be moved".formatted(key), e);
    }
  }

  /// Returns the media types of all files that a photo or a person may have, by key.
  private static Map<String, String> mediaTypes(EntityRecord row) {
    if (row.kind() == Entity.PHOTOS) {
      return PhotoKeys.files(row.text("photo_id"), ImageFormat.valueOf(row.text("format")));
    }
    String picture = row.optional("picture");
    return picture == null ? Map.of() : ProfilePictures.files(row.number("id"), picture);
  }
}
